// @ts-check
// SVG scatter chart of four weeks of check-ins: one mark for each, its place says when and how strong, its shape
// which word. No line joins the marks, nothing is added up, and an empty day is an empty place.

const checkInChart = (() => {
  const DAYS = 28;
  const SHAPES = [
    "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z",
    "M-3.6-3.6h7.2v7.2h-7.2z",
    "M0-4.6L4.5 3.4h-9z",
    "M0-5.2L4.2 0L0 5.2L-4.2 0z",
    "M-1.5-4.5h3v3h3v3h-3v3h-3v-3h-3v-3h3z",
  ];
  const OTHER = "M-3.4 0a3.4 3.4 0 1 0 6.8 0a3.4 3.4 0 1 0-6.8 0z"; // drawn as a ring
  const LEFT = 20;
  const STEP = 10; // for a day, and for a point of strength
  const TOP = 10;
  const LOW = TOP + 10 * STEP;
  const NONE = LOW + 18;

  const lang = document.documentElement.lang;
  const twoDigits = (/** @type {number} */ n) => String(n).padStart(2, "0");

  /** A moment as the reader's clock and calendar show it: 2026-11-26T21:40. @param {Date} moment */
  const localStamp = (moment) =>
    `${String(moment.getFullYear()).padStart(4, "0")}-${twoDigits(moment.getMonth() + 1)}-${twoDigits(moment.getDate())}` +
    `T${twoDigits(moment.getHours())}:${twoDigits(moment.getMinutes())}`;

  /** @param {string} date */
  const dayOf = (date) => date.slice(0, 10);
  /** Days are counted in UTC, which has no hour that is there twice. @param {string} day */
  const dayNumber = (day) => Date.parse(`${day}T00:00Z`) / 86_400_000;
  /** @param {string} day @param {number} more */
  const addDays = (day, more) => new Date((dayNumber(day) + more) * 86_400_000).toISOString().slice(0, 10);
  /** @param {string} day @param {Intl.DateTimeFormatOptions} how */
  const formatDay = (day, how) => new Intl.DateTimeFormat(lang, { ...how, timeZone: "UTC" }).format(new Date(`${day}T00:00Z`));

  /** A date with its time, as one says it within some weeks. @param {string} date */
  const formatMoment = (date) =>
    new Intl.DateTimeFormat(lang, { weekday: "short", month: "short", day: "numeric", hour: "numeric", minute: "2-digit" }).format(new Date(date)); // prettier-ignore

  /** How many times four weeks before today a day lies; 0 for the last four weeks. @param {string} day @param {string} today */
  const pageOf = (day, today) => Math.floor((dayNumber(today) - dayNumber(day)) / DAYS);
  /** First and last day of a page. @param {number} n @param {string} today */
  const pageSpan = (n, today) => {
    const last = addDays(today, -n * DAYS);
    return { first: addDays(last, 1 - DAYS), last };
  };

  /** @param {string} word */
  const normalized = (word) => word.trim().toLocaleLowerCase(lang);

  /**
   * The words that stand there most often, each as it was written last; the rest share a shape.
   * @param {CheckIn[]} entries the newest first
   */
  const commonWords = (entries) => {
    /** @type {Map<string, {word: string, times: number}>} */
    const found = new Map();
    for (const { word } of entries) {
      const known = found.get(normalized(word));
      if (known) known.times += 1;
      else found.set(normalized(word), { word: word.trim(), times: 1 });
    }
    return [...found.values()].sort((one, other) => other.times - one.times).slice(0, SHAPES.length).map(({ word }) => word); // prettier-ignore
  };

  /** Its place among the common words, or -1. @param {string} word @param {string[]} words */
  const shapeIndex = (word, words) => words.findIndex((one) => normalized(one) === normalized(word));

  /**
   * @param {string} name
   * @param {Record<string, string | number>} has
   * @param {(Node | string)[]} inside
   */
  const svgElement = (name, has, ...inside) => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(has)) made.setAttribute(key, String(value));
    made.append(...inside);
    return made;
  };

  /** @param {number} shape its place among the common words, or -1 */
  const mark = (shape) =>
    svgElement("path", { d: SHAPES[shape] ?? OTHER, class: `ws-mark ws-mark--${shape < 0 ? "other" : shape}` });

  /**
   * The picture, with a name and a description for those who do not see it.
   * @param {CheckIn[]} entries of these days only, the newest first
   * @param {string} first
   * @param {string[]} words the common ones
   * @param {Record<string, string | undefined>} says title, text, none
   */
  const chart = (entries, first, words, says) => {
    const x = (/** @type {number} */ day) => LEFT + (day + 0.5) * STEP;
    const text = (/** @type {number} */ left, /** @type {number} */ top, /** @type {string} */ said, anchor = "start") =>
      svgElement("text", { x: left, y: top, "text-anchor": anchor }, said);
    const svg = svgElement(
      "svg",
      { viewBox: `0 0 ${LEFT + DAYS * STEP + 4} ${NONE + 28}`, role: "img", "aria-labelledby": "weeks-title", "aria-describedby": "weeks-text" },
      svgElement("title", { id: "weeks-title" }, says.title ?? ""),
      svgElement("desc", { id: "weeks-text" }, says.text ?? ""),
    );
    for (const strength of [0, 5, 10]) {
      const y = LOW - strength * STEP;
      svg.append(svgElement("path", { d: `M${LEFT} ${y}h${DAYS * STEP}`, class: "ws-rule" }), text(LEFT - 4, y + 4, String(strength), "end")); // prettier-ignore
    }
    for (let week = 0; week < DAYS; week += 7) {
      svg.append(
        svgElement("path", { d: `M${LEFT + week * STEP} ${TOP}V${NONE + 8}`, class: "ws-rule" }),
        text(LEFT + week * STEP, NONE + 24, formatDay(addDays(first, week), { day: "numeric", month: "short" })),
      );
    }
    if (entries.some(({ strength }) => strength === null)) svg.append(text(LEFT - 4, NONE + 4, "–", "end"));
    /** @type {Map<string, number>} */
    const taken = new Map();
    for (const { date, word, strength } of entries) {
      const day = dayNumber(dayOf(date)) - dayNumber(first);
      const y = strength === null ? NONE : LOW - strength * STEP;
      const before = taken.get(`${day} ${y}`) ?? 0;
      taken.set(`${day} ${y}`, before + 1);
      const aside = [0, 4.5, -4.5][before % 3]; // so that two at one place are seen as two
      const one = mark(shapeIndex(word, words));
      one.setAttribute("transform", `translate(${x(day) + aside} ${y})`);
      svg.append(one);
    }
    return svg;
  };

  return { localStamp, dayOf, addDays, formatDay, formatMoment, pageOf, pageSpan, commonWords, shapeIndex, svgElement, mark, chart };
})();
