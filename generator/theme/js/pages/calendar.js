// @ts-check
// A time that comes back every week, as a calendar file (RFC 5545). It says nothing of this site, and its
// zone is described in full, so that programs which do not know its name have the right hour too.

/** @typedef {{days: number[], time: string, minutes: number, weeks: number, reminder: number | null, title: string}} Routine days from Monday 0; weeks 0 is without end */

const calendar = (() => {
  const NAMES = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
  const DAY = 86_400_000;
  const YEARS = 10; // for which the zone is described where there is no end
  const two = (/** @type {number} */ n) => String(n).padStart(2, "0");

  /** @param {string} text */
  const escape = (text) =>
    text.replace(/[\\;,]/g, "\\$&").replace(/\r\n?|\n/g, "\\n").replace(/[\u0000-\u001f\u007f]/g, ""); // prettier-ignore

  /** Lines of at most 75 octets; no letter is cut in two. @param {string} line */
  const fold = (line) => {
    let room = 75;
    let folded = "";
    for (const letter of line) {
      const size = new TextEncoder().encode(letter).length;
      if (size > room) {
        folded += "\r\n ";
        room = 74; // the space counts
      }
      folded += letter;
      room -= size;
    }
    return folded;
  };

  /** A clock on the wall as a moment of UTC, in which one can count. @param {Date} moment */
  const wall = (moment) => new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000);
  /** @param {Date} date of UTC */
  const stamp = (date) =>
    `${String(date.getUTCFullYear()).padStart(4, "0")}${two(date.getUTCMonth() + 1)}${two(date.getUTCDate())}` +
    `T${two(date.getUTCHours())}${two(date.getUTCMinutes())}${two(date.getUTCSeconds())}`;

  /** The first of these days that is still to come, on the clock on the wall. @param {Routine} routine @param {Date} now */
  const first = ({ days, time }, now) => {
    const [hour, minute] = time.split(":").map(Number);
    const here = wall(now);
    const day = new Date(Date.UTC(here.getUTCFullYear(), here.getUTCMonth(), here.getUTCDate(), hour, minute));
    while (day <= here || !days.includes((day.getUTCDay() + 6) % 7)) day.setUTCDate(day.getUTCDate() + 1);
    return day;
  };

  /** When the device's clock is put forward or back. @param {number} from @param {number} to milliseconds */
  const changes = (from, to) => {
    const offset = (/** @type {number} */ time) => -new Date(time).getTimezoneOffset();
    const found = [];
    for (let day = from; day < to; day += DAY) {
      if (offset(day) === offset(day + DAY)) continue;
      let before = day;
      let after = day + DAY;
      while (after - before > 1000) {
        const middle = Math.floor((before + after) / 2000) * 1000;
        if (offset(middle) === offset(day)) before = middle;
        else after = middle;
      }
      found.push({ at: after, from: offset(before), to: offset(after) });
    }
    return found;
  };

  /** @param {number} minutes */
  const ahead = (minutes) =>
    `${minutes < 0 ? "-" : "+"}${two(Math.floor(Math.abs(minutes) / 60))}${two(Math.abs(minutes) % 60)}`;

  /**
   * The rules of the device's zone, as far as they are known to it.
   * @param {string} name
   * @param {number} from milliseconds
   * @param {number} to
   */
  const zone = (name, from, to) => {
    const start = from - 400 * DAY;
    const found = changes(start, to);
    const rest = -new Date(start).getTimezoneOffset();
    /** @type {Map<string, {from: number, to: number, onsets: string[]}>} */
    const rules = new Map();
    // What holds before the first change, or always where the clock is never put.
    rules.set("", { from: rest, to: rest, onsets: ["19700101T000000"] });
    for (const change of found) {
      const key = `${change.from} ${change.to}`;
      const rule = rules.get(key) ?? { ...change, onsets: [] };
      rule.onsets.push(stamp(new Date(change.at + change.from * 60_000)));
      rules.set(key, rule);
    }
    return [
      "BEGIN:VTIMEZONE",
      `TZID:${name}`,
      ...[...rules.values()].flatMap((rule) => {
        const kind = rule.to > rule.from ? "DAYLIGHT" : "STANDARD";
        const [onset, ...more] = rule.onsets;
        return [
          `BEGIN:${kind}`,
          `DTSTART:${onset}`,
          ...(more.length ? [`RDATE:${more.join(",")}`] : []),
          `TZOFFSETFROM:${ahead(rule.from)}`,
          `TZOFFSETTO:${ahead(rule.to)}`,
          `END:${kind}`,
        ];
      }),
      "END:VTIMEZONE",
    ];
  };

  /** @param {Routine} routine @param {Date} now @param {string} id that no other event has */
  const file = (routine, now, id) => {
    const name = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    const start = first(routine, now);
    const end = new Date(start.getTime() + routine.minutes * 60_000);
    const days = [...routine.days].sort();
    const count = routine.weeks ? `;COUNT=${routine.weeks * days.length}` : "";
    const last = start.getTime() + (routine.weeks ? (routine.weeks + 1) * 7 * DAY : YEARS * 366 * DAY);
    const at = name ? `;TZID=${name}:` : ":"; // without a name the hour is that of any clock
    const { reminder } = routine;
    return [
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//Calendar file//EN",
      ...(name ? zone(name, start.getTime(), last) : []),
      "BEGIN:VEVENT",
      `UID:${id}`,
      `DTSTAMP:${stamp(now)}Z`,
      `DTSTART${at}${stamp(start)}`,
      `DTEND${at}${stamp(end)}`,
      `RRULE:FREQ=WEEKLY${count};BYDAY=${days.map((day) => NAMES[day]).join(",")}`,
      `SUMMARY:${escape(routine.title)}`,
      "CLASS:PRIVATE",
      ...(reminder === null
        ? []
        : ["BEGIN:VALARM", "ACTION:DISPLAY", `DESCRIPTION:${escape(routine.title)}`, `TRIGGER:${reminder ? "-" : ""}PT${reminder}M`, "END:VALARM"]), // prettier-ignore
      "END:VEVENT",
      "END:VCALENDAR",
    ]
      .map((line) => `${fold(line)}\r\n`)
      .join("");
  };

  return { escape, fold, first, file };
})();
