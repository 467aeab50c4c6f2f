// @ts-check
// What only a clock can say about listings: which are open now, and when a group meets next. Times are
// counted in the listing's own time zone, as generator/site/recurrence.py does it, and said in the
// reader's. Also finds listings by what they are, round the HTML of the page, and prints.
(() => {
  const DAY = 864e5;
  const NAMES = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
  const language = document.documentElement.lang;
  /** @typedef {Record<string, string>} Rule */

  /** @type {Map<string, Intl.DateTimeFormat>} */
  const clocks = new Map();

  /** A moment as the clock of a zone shows it, as if that were UTC. @param {string} zone @param {number} moment */
  const shown = (zone, moment) => {
    if (!clocks.has(zone)) {
      const numeric = /** @type {const} */ ("numeric");
      clocks.set(zone, new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn", {
        timeZone: zone, hourCycle: "h23",
        year: numeric, month: numeric, day: numeric, hour: numeric, minute: numeric, second: numeric,
      }));
    }
    /** @type {Record<string, number>} */
    const part = {};
    for (const { type, value } of clocks.get(zone)?.formatToParts(moment) ?? []) part[type] = Number(value);
    return Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute, part.second);
  };

  /** The moment at which a clock shows a time; one that it skips is meant by the clock before. @param {string} zone @param {number} wall */
  const moment = (zone, wall) => {
    const offset = (/** @type {number} */ at) => shown(zone, at) - at;
    const [before, after] = [offset(wall - DAY), offset(wall + DAY)];
    const first = wall - before;
    return offset(first) !== before && offset(wall - after) === after ? wall - after : first;
  };

  const clock = (/** @type {string} */ text) => {
    const [hours, minutes] = text.split(":").map(Number);
    return (hours * 60 + minutes) * 6e4;
  };

  /** @param {string} text @returns {Rule} */
  const read = (text) => Object.fromEntries(text.split(";").map((part) => part.split("=")));

  /** Whether a day, as a number of days, fits a rule that counts from another. @param {Rule} rule @param {number} first @param {number} day */
  const fits = (rule, first, day) => {
    const [a, b] = [new Date(first * DAY), new Date(day * DAY)];
    const weekday = (/** @type {Date} */ date) => (date.getUTCDay() + 6) % 7;
    const week = (/** @type {number} */ n) => Math.floor((n + 3 - NAMES.indexOf(rule.WKST ?? "MO")) / 7);
    const years = b.getUTCFullYear() - a.getUTCFullYear();
    const month = b.getUTCMonth() + 1;
    const date = b.getUTCDate();
    const last = new Date(Date.UTC(b.getUTCFullYear(), month, 0)).getUTCDate();
    const passed = /** @type {Record<string, number>} */ ({
      DAILY: day - first, WEEKLY: week(day) - week(first),
      MONTHLY: years * 12 + b.getUTCMonth() - a.getUTCMonth(), YEARLY: years,
    })[rule.FREQ];
    if (day < first || passed % Number(rule.INTERVAL ?? 1)) return false;
    const months = rule.BYMONTH?.split(",").map(Number);
    if (months && !months.includes(month)) return false;
    const dates = rule.BYMONTHDAY?.split(",").map(Number);
    if (dates && !dates.some((n) => n === date || n + last + 1 === date)) return false;
    if (rule.BYDAY) {
      return rule.BYDAY.split(",").some((one) => {
        if (one.slice(-2) !== NAMES[weekday(b)]) return false;
        const n = parseInt(one, 10);
        return !n || Math.ceil(date / 7) === n || -Math.ceil((last - date + 1) / 7) === n;
      });
    }
    if (dates || rule.FREQ === "DAILY") return true;
    if (rule.FREQ === "WEEKLY") return weekday(a) === weekday(b);
    return date === a.getUTCDate() && (rule.FREQ === "MONTHLY" || Boolean(months) || month === a.getUTCMonth() + 1);
  };

  /** Whether it is open by its hours, and the moment at which that changes. @param {DOMStringMap} hours @param {number} now */
  const opening = ({ rule: text = "", opens = "", closes = "", zone = "" }, now) => {
    const rule = read(text);
    const [from, to] = [clock(opens), clock(closes)];
    const today = Math.floor(shown(zone, now) / DAY);
    for (let day = today - 1; day < today + 400; day++) {
      if (!fits(rule, day, day)) continue;
      const end = moment(zone, day * DAY + to + (to <= from ? DAY : 0)); // past midnight
      const start = moment(zone, day * DAY + from);
      if (end > now) return { open: start <= now, until: start <= now ? end : start };
    }
    return { open: false, until: NaN };
  };

  /** The next starts of a group that are not over. @param {DOMStringMap} group @param {number} now @param {number} count */
  const starts = (group, now, count) => {
    const { first = "", zone = "", starts: at = "", minutes = "0" } = group;
    const rule = read(group.rule ?? "");
    const begin = Date.parse(`${first}T00:00Z`) / DAY;
    const end = (rule.UNTIL ?? "").match(/^(....)(..)(..)(?:T(..)(..)(..)(Z?))?/);
    const [, y, m, d, h = "23", min = "59", s = "59", utc = ""] = end ?? [];
    const wall = Date.parse(`${y}-${m}-${d}T${h}:${min}:${s}Z`);
    const until = end ? (utc ? wall : moment(zone, wall)) : Infinity;
    const today = Math.floor(shown(zone, now) / DAY);
    const found = [];
    const skipped = (group.except ?? "").split(" ").map((day) => Date.parse(`${day}T00:00Z`) / DAY);
    let left = Number(rule.COUNT ?? Infinity);
    for (let day = rule.COUNT ? begin : Math.max(begin, today - 1); day < Math.max(begin, today) + 3700; day++) {
      if (!fits(rule, begin, day)) continue;
      const start = moment(zone, day * DAY + clock(at));
      if (start > until || left-- < 1 || found.length === count) break;
      if (skipped.includes(day)) continue; // it counts, and nobody meets
      if (start + Number(minutes) * 6e4 > now) found.push(start);
    }
    return found;
  };

  const { dataset: words } = /** @type {HTMLElement} */ (document.querySelector("[data-script~=resources]"));

  /** @param {number} at @param {number} now */
  const soon = (at, now) => {
    const same = new Date(at).toDateString() === new Date(now).toDateString();
    /** @type {Intl.DateTimeFormatOptions} */
    const form = { hour: "numeric", minute: "2-digit" };
    return new Intl.DateTimeFormat(language, same ? form : { weekday: "long", ...form }).format(at);
  };

  const tellHours = (/** @type {number} */ now) => {
    for (const line of document.querySelectorAll(".ws-now")) {
      if (!(line instanceof HTMLElement)) continue;
      const { open, until } = opening(line.dataset, now);
      line.toggleAttribute("data-is-open", open);
      const text = until ? (words[open ? "open" : "closed"] ?? "").replace("{time}", soon(until, now)) : "";
      if (line.textContent !== text) line.textContent = text;
    }
  };

  const tellMeetings = (/** @type {number} */ now) => {
    for (const group of document.querySelectorAll(".ws-meets")) {
      const list = group.querySelector("ul");
      const counted = group.querySelector(".ws-meets__counted");
      if (!(group instanceof HTMLElement) || !list || !counted) continue;
      const dates = starts(group.dataset, now, 3);
      const form = new Intl.DateTimeFormat(language, {
        weekday: "long", year: "numeric", month: "long", day: "numeric", hour: "numeric", minute: "2-digit",
      });
      const zone = new Intl.DateTimeFormat(language, { timeZoneName: "long" })
        .formatToParts(dates[0] ?? now).find(({ type }) => type === "timeZoneName")?.value ?? "";
      list.replaceChildren(...dates.map((start) => {
        const [item, time] = [document.createElement("li"), document.createElement("time")];
        time.dateTime = new Date(start).toISOString();
        time.textContent = form.format(start);
        item.append(time);
        return item;
      }));
      counted.textContent = (dates.length ? words.here?.replace("{zone}", zone) : words.over) ?? "";
    }
  };

  /** The entries of the page, as find.js wants its facts. @param {any} find @param {HTMLElement[]} entries */
  const facts = (find, entries) => {
    /** @type {Record<string, any>} */
    const facets = {};
    for (const facet of find.querySelectorAll("[data-facet]")) {
      const terms = [...facet.querySelectorAll("[data-term]")].map((link) => link.dataset.term);
      facets[facet.dataset.facet] = column(entries, facet.dataset.facet, terms);
    }
    return { size: entries.length, facets };
  };

  /** @param {HTMLElement[]} entries @param {string} name @param {string[]} terms */
  const column = (entries, name, terms) => {
    const rows = entries.map((entry) => (entry.dataset[name] ?? "").split(" ").map((term) => terms.indexOf(term)).filter((n) => n >= 0));
    let end = 0;
    return { terms, of: rows.flat(), ends: rows.map((row) => (end += row.length)) };
  };

  /** Open now is what answers day and night, or is open by hours that can be counted. */
  const markOpen = (/** @type {HTMLElement[]} */ entries) => {
    for (const entry of entries) {
      const always = /\balways\b/.test(entry.dataset.hours ?? "");
      const open = always || (/\bopen\b/.test(entry.dataset.known ?? "") && entry.querySelector("[data-is-open]"));
      entry.dataset.hours = [open && "open", always && "always"].filter(Boolean).join(" ");
    }
  };

  const find = /** @type {any} */ (document.querySelector("ws-find[data-here]"));
  /** @type {HTMLElement[]} */
  const entries = find ? [...find.querySelectorAll(".ws-entry")] : [];
  for (const entry of entries) entry.dataset.known = entry.dataset.hours;

  const tick = () => {
    const now = Date.now();
    tellHours(now);
    tellMeetings(now);
    markOpen(entries);
    if (!find?.facts) return;
    const { hours } = find.facts.facets;
    if (hours) find.facts.facets.hours = column(entries, "hours", hours.terms);
    find.show();
  };

  const wider = document.createElement("li");
  wider.className = "ws-entries__wider";
  wider.textContent = words.wider ?? "";

  const STEP = 20; // rows: about ten screens of a phone
  let most = STEP;
  let asked = "";

  tick();
  if (find?.begin) {
    find.draw = () => {
      const fitting = new Set(find.places.map((/** @type {number} */ place) => entries[place]));
      const choice = JSON.stringify(find.choice);
      if (choice !== asked) most = STEP;
      asked = choice;
      // What is for the chosen area alone comes first.
      const own = (/** @type {HTMLElement} */ entry) =>
        Number(Boolean(find.choice.area?.some((/** @type {string} */ area) => entry.dataset.own?.split(" ").includes(area))));
      const sorted = [...entries].sort((a, b) => own(b) - own(a));
      const seen = sorted.filter((entry) => fitting.has(entry)).slice(0, most);
      for (const entry of entries) entry.hidden = !seen.includes(entry);
      find.piece("more").hidden = find.places.length <= most;
      find.piece("cards").append(...sorted);
      // What is for more than the chosen area is told apart.
      wider.remove();
      if (seen.some((entry) => own(entry))) seen.find((entry) => !own(entry))?.before(wider);
      // Entries find their places while nobody sees them, so that none is seen to jump.
      requestAnimationFrame(() => setTimeout(() => find.removeAttribute("data-waiting")));
    };
    find.more = () => {
      const before = entries.filter((entry) => !entry.hidden);
      most += STEP;
      find.draw();
      const next = [...find.piece("cards").children].find((entry) => !entry.hidden && entry !== wider && !before.includes(entry));
      next?.querySelector("a").focus();
    };
    // Without a clock the list of known hours is the most that can be offered.
    const known = find.querySelector("[data-facet=hours] [data-term=open]");
    if (known) known.firstChild.textContent = `${words.now} `;
    find.begin(facts(find, entries));
  }
  setInterval(tick, 3e4);
  addEventListener("pageshow", (event) => event.persisted && tick());
  document.addEventListener("visibilitychange", () => document.hidden || tick());

  for (const button of document.querySelectorAll("[data-print]")) {
    button.removeAttribute("hidden");
    button.addEventListener("click", () => print());
  }
  ws.clock = { opening, starts };
})();
