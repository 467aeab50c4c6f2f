// @ts-check
// Open-now filter and next meeting dates of listings. The build has computed the instants; here they are
// compared with the clock and formatted in the reader's time zone. Also finds listings
// by what they are, round the HTML of the page, and prints.
(() => {
  const MINUTE = 6e4;
  const DAY = 1440; // minutes
  const language = document.documentElement.lang;

  /** Spans of time as generator/pages/parts/time_spans.py packs them, in order. @param {string} [packed] */
  const spans = (packed = "") =>
    packed.split(" ").flatMap((run) => {
      const [start, minutes, times = 1, days = 7] = run.split(",").map((part) => parseInt(part, 36));
      return Array.from({ length: times }, (_, n) => {
        const from = (start + n * days * DAY) * MINUTE;
        return { from, to: from + minutes * MINUTE };
      });
    }).sort((a, b) => a.from - b.from);

  /** Whether it is open by its hours, and the moment at which that changes. @param {string | undefined} packed @param {number} now */
  const openState = (packed, now) => {
    const next = spans(packed).find(({ to }) => to > now);
    if (!next) return { open: false, until: NaN };
    const open = next.from <= now;
    return { open, until: open ? next.to : next.from };
  };

  /** The next starts of a group that are not over. @param {string | undefined} packed @param {number} now @param {number} count */
  const starts = (packed, now, count) =>
    spans(packed).filter(({ to }) => to > now).slice(0, count).map(({ from }) => from);

  const { dataset: words } = /** @type {HTMLElement} */ (document.querySelector("[data-script~=resources]"));

  /** @param {Intl.DateTimeFormatOptions} options */
  const dateFormat = (options) => new Intl.DateTimeFormat(language, options);

  /** @param {number} at @param {number} now */
  const formatSoon = (at, now) => {
    const same = new Date(at).toDateString() === new Date(now).toDateString();
    /** @type {Intl.DateTimeFormatOptions} */
    const time = { hour: "numeric", minute: "2-digit" };
    return dateFormat(same ? time : { weekday: "long", ...time }).format(at);
  };

  const hours = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".ws-now"));

  // The first moment that is said in words takes a phone longer than all else here: so lines that are more than
  // a screen away wait until somebody comes near.
  const near = new Set();
  const watch = new IntersectionObserver((seen) => {
    for (const { target, isIntersecting } of seen) if (isIntersecting) near.add(target);
    renderHours(Date.now());
  }, { rootMargin: "100% 0px" });
  for (const line of hours) watch.observe(line);

  const renderHours = (/** @type {number} */ now) => {
    for (const line of hours) {
      const { open, until } = openState(line.dataset.spans, now);
      line.toggleAttribute("data-is-open", open);
      if (!near.has(line)) continue;
      const text = until ? formatMessage(words[open ? "open" : "closed"], { time: formatSoon(until, now) }) : "";
      if (line.textContent !== text) line.textContent = text;
    }
  };

  const renderMeetings = (/** @type {number} */ now) => {
    for (const group of document.querySelectorAll(".ws-meets")) {
      const list = group.querySelector("ul");
      const counted = group.querySelector(".ws-meets__counted");
      if (!(group instanceof HTMLElement) || !list || !counted) continue;
      const dates = starts(group.dataset.spans, now, 3);
      const whole = dateFormat({ weekday: "long", year: "numeric", month: "long", day: "numeric", hour: "numeric", minute: "2-digit" });
      const zone = dateFormat({ timeZoneName: "long" })
        .formatToParts(dates[0] ?? now).find(({ type }) => type === "timeZoneName")?.value ?? "";
      list.replaceChildren(...dates.map((start) => {
        const [item, time] = [document.createElement("li"), document.createElement("time")];
        time.dateTime = new Date(start).toISOString();
        time.textContent = whole.format(start);
        item.append(time);
        return item;
      }));
      counted.textContent = dates.length ? formatMessage(words.here, { zone }) : (words.over ?? "");
    }
  };

  /** @param {ParentNode} box @param {string} selector @returns {HTMLElement[]} */
  const elements = (box, selector) => [...box.querySelectorAll(selector)].filter((one) => one instanceof HTMLElement);

  /** The entries of the page, as find.js wants its facts. @param {FindElement} find @param {HTMLElement[]} entries */
  const facts = (find, entries) => {
    /** @type {Record<string, Column>} */
    const facets = {};
    for (const facet of elements(find, "[data-facet]")) {
      const { facet: name = "" } = facet.dataset;
      facets[name] = column(entries, name, elements(facet, "[data-term]").map((link) => link.dataset.term ?? ""));
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

  const find = /** @type {FindElement | null} */ (document.querySelector("ws-find[data-here]"));
  /** @type {HTMLElement[]} */
  const entries = find ? elements(find, ".ws-entry") : [];
  for (const entry of entries) entry.dataset.known = entry.dataset.hours;

  // A choice that was handed on may name a place that lies on the page of another country.
  const [place = ""] = find ? (ws.catalogue.parseChoice(location.hash).area ?? []) : [];
  const there = find?.querySelector(`a[data-country="${CSS.escape(place.split("-")[0])}"]`);
  if (there instanceof HTMLAnchorElement) location.replace(there.href + location.hash);

  const tick = () => {
    const now = Date.now();
    renderHours(now);
    renderMeetings(now);
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
  let order = entries;

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
      // Moving an entry makes the browser lay it out anew, so that only another order moves any.
      if (sorted.some((entry, n) => entry !== order[n])) find.piece("cards").append(...(order = sorted));
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
      const next = elements(find.piece("cards"), ".ws-entry").find((entry) => !entry.hidden && !before.includes(entry));
      next?.querySelector("a")?.focus();
    };
    // Without a clock the list of known hours is the most that can be offered.
    const known = find.querySelector("[data-facet=hours] [data-term=open]");
    if (known?.firstChild) known.firstChild.textContent = `${words.now} `;
    find.begin(facts(find, entries));
  }
  setInterval(tick, 3e4);
  addEventListener("pageshow", (event) => event.persisted && tick());
  document.addEventListener("visibilitychange", () => document.hidden || tick());

  for (const button of document.querySelectorAll("[data-print]")) {
    button.removeAttribute("hidden");
    button.addEventListener("click", () => print());
  }
  ws.clock = { openState, starts };
})();
