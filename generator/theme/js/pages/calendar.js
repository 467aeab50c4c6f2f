// @ts-check
// iCalendar writer (RFC 5545): a weekly event with RRULE, alarm and VTIMEZONE. It says nothing of this site, and its
// zone is described in full, so that programs which do not know its name have the right hour too.

/** @typedef {{days: number[], time: string, minutes: number, weeks: number, reminder: number | null, title: string}} Routine days from Monday 0; weeks 0 is without end */

const calendar = (() => {
  const NAMES = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
  const DAY = 86_400_000;
  const STEP = 4 * DAY; // within which no clock is put twice
  const YEARS = 30; // looked ahead: 28 have every day of a month on every weekday
  const FEWEST = 12; // years in a row that make a rule
  const LONG_AGO = 2007; // rules are told from here on, as some programs compare zones by old years
  const twoDigits = (/** @type {number} */ n) => String(n).padStart(2, "0");

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
  const wallClockAsUtc = (moment) => new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000);
  /** @param {Date} date of UTC */
  const utcStamp = (date) =>
    `${String(date.getUTCFullYear()).padStart(4, "0")}${twoDigits(date.getUTCMonth() + 1)}${twoDigits(date.getUTCDate())}` +
    `T${twoDigits(date.getUTCHours())}${twoDigits(date.getUTCMinutes())}${twoDigits(date.getUTCSeconds())}`;

  /** The first of these days that is still to come, on the clock on the wall. @param {Routine} routine @param {Date} now */
  const firstOccurrence = ({ days, time }, now) => {
    const [hour, minute] = time.split(":").map(Number);
    const here = wallClockAsUtc(now);
    const day = new Date(Date.UTC(here.getUTCFullYear(), here.getUTCMonth(), here.getUTCDate(), hour, minute));
    while (day <= here || !days.includes((day.getUTCDay() + 6) % 7)) day.setUTCDate(day.getUTCDate() + 1);
    return day;
  };

  /** @typedef {{onset: Date, from: number, to: number}} Change onset by the clock before it, as if in UTC; offsets in minutes */

  /** When the device's clock is put forward or back. @param {number} from @param {number} to milliseconds @returns {Change[]} */
  const offsetChanges = (from, to) => {
    const offset = (/** @type {number} */ time) => -new Date(time).getTimezoneOffset();
    const found = [];
    for (let day = from; day < to; day += STEP) {
      if (offset(day) === offset(day + STEP)) continue;
      let before = day;
      let after = day + STEP;
      while (after - before > 1000) {
        const middle = Math.floor((before + after) / 2000) * 1000;
        if (offset(middle) === offset(day)) before = middle;
        else after = middle;
      }
      found.push({ onset: new Date(after + offset(before) * 60_000), from: offset(before), to: offset(after) });
    }
    return found;
  };

  /** The yearly rule of onsets in the same month on the same weekday; empty if there is none. @param {Date[]} onsets */
  const yearlyRule = (onsets) => {
    const [one] = onsets;
    const name = NAMES[(one.getUTCDay() + 6) % 7];
    const rule = `FREQ=YEARLY;BYMONTH=${one.getUTCMonth() + 1};BYDAY=`;
    const days = onsets.map((onset) => onset.getUTCDate());
    if (onsets.every((onset) => new Date(onset.getTime() + 7 * DAY).getUTCMonth() !== one.getUTCMonth())) {
      return `${rule}-1${name}`;
    }
    const numbers = new Set(days.map((day) => Math.ceil(day / 7)));
    if (numbers.size === 1) return `${rule}${[...numbers][0]}${name}`;
    const first = Math.min(...days);
    if (Math.max(...days) - first !== 6) return "";
    return `${rule}${name};BYMONTHDAY=${days.map((_, n) => first + n).slice(0, 7).join(",")}`;
  };

  /** @param {number} minutes */
  const ahead = (minutes) =>
    `${minutes < 0 ? "-" : "+"}${twoDigits(Math.floor(Math.abs(minutes) / 60))}${twoDigits(Math.abs(minutes) % 60)}`;

  /**
   * What programs need to know of the device's zone from a moment on: a change of clocks that comes back
   * each year by a rule, and one by one what follows none. generator/exports/timezones.py does the same.
   * @param {number} from milliseconds
   * @returns {(Change & {rule: string})[]}
   */
  const observances = (from) => {
    const year = new Date(from).getUTCFullYear();
    const [since, end] = [Date.UTC(year - 1, 0), year + YEARS];
    /** @type {Map<string, Change[]>} */
    const series = new Map();
    for (const change of offsetChanges(Date.UTC(LONG_AGO, 0), Date.UTC(end, 0))) {
      const { onset } = change;
      const key = [change.from, change.to, onset.getUTCMonth(), onset.getUTCDay(), onset.getTime() % DAY].join();
      series.set(key, [...(series.get(key) ?? []), change]);
    }
    const found = [...series.values()].flatMap((alike) => {
      const rules = alike.map((_, at) => {
        const run = alike.slice(at);
        const unbroken = run.every(({ onset }, n) => onset.getUTCFullYear() === end - run.length + n);
        return run.length >= FEWEST && unbroken ? yearlyRule(run.map(({ onset }) => onset)) : "";
      });
      const ruled = rules.findIndex(Boolean);
      const alone = alike.slice(0, ruled < 0 ? undefined : ruled).map((change) => ({ ...change, rule: "" }));
      return ruled < 0 ? alone : [...alone, { ...alike[ruled], rule: rules[ruled] }];
    });
    const kept = found.filter(({ rule, onset }) => rule || onset.getTime() >= since);
    if (!kept.some(({ onset }) => onset.getTime() < since)) {
      // What holds before the first change, or always where the clock is never put.
      const always = -new Date(since).getTimezoneOffset();
      kept.push({ onset: new Date(0), from: always, to: always, rule: "" });
    }
    return kept.sort((a, b) => a.onset.getTime() - b.onset.getTime());
  };

  /** @param {string} name @param {number} from milliseconds */
  const timezoneComponent = (name, from) => [
    "BEGIN:VTIMEZONE",
    `TZID:${name}`,
    ...observances(from).flatMap((change) => {
      const kind = change.to > change.from ? "DAYLIGHT" : "STANDARD";
      return [
        `BEGIN:${kind}`,
        `DTSTART:${utcStamp(change.onset)}`,
        ...(change.rule ? [`RRULE:${change.rule}`] : []),
        `TZOFFSETFROM:${ahead(change.from)}`,
        `TZOFFSETTO:${ahead(change.to)}`,
        `END:${kind}`,
      ];
    }),
    "END:VTIMEZONE",
  ];

  /** @param {Routine} routine @param {Date} now @param {string} id that no other event has */
  const calendarFile = (routine, now, id) => {
    const name = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    const start = firstOccurrence(routine, now);
    const end = new Date(start.getTime() + routine.minutes * 60_000);
    const days = [...routine.days].sort();
    const count = routine.weeks ? `;COUNT=${routine.weeks * days.length}` : "";
    const at = name ? `;TZID=${name}:` : ":"; // without a name the hour is that of any clock
    const { reminder } = routine;
    return [
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//Calendar file//EN",
      ...(name ? timezoneComponent(name, start.getTime()) : []),
      "BEGIN:VEVENT",
      `UID:${id}`,
      `DTSTAMP:${utcStamp(now)}Z`,
      `DTSTART${at}${utcStamp(start)}`,
      `DTEND${at}${utcStamp(end)}`,
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

  return { escape, fold, firstOccurrence, calendarFile };
})();
