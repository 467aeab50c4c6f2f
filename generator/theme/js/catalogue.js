// @ts-check
// Client-side prompt index: lazily loads the lookup tables (facets, cards) and filters prompts by facet.
// The files are classic scripts, because a page opened from a disk may not fetch.
(() => {
  const here = new URL("find/", /** @type {HTMLScriptElement} */ (document.currentScript).src);
  const top = new URL("../../", here);
  /** @type {Map<string, {promise: Promise<unknown>, done: (value: unknown) => void}>} */
  const waiting = new Map();

  /**
   * The value in a file; asked for once.
   * @param {string} name
   * @returns {Promise<unknown>}
   */
  const requestValue = (name) => {
    const asked = waiting.get(name);
    if (asked) return asked.promise;
    const script = document.createElement("script");
    let done = (/** @type {unknown} */ _) => {};
    const promise = new Promise((resolve, reject) => {
      done = resolve;
      script.onerror = () => {
        waiting.delete(name);
        reject(new Error(name));
      };
    });
    waiting.set(name, { promise, done });
    script.src = new URL(`${name}.js`, here).href;
    document.head.append(script);
    script.onload = () => script.remove();
    return promise;
  };

  const load = /** @type {Catalogue["load"]} */ (requestValue);

  /** @returns {Promise<Table>} */
  const table = () => load("table");

  /**
   * The card at a place of the table.
   * @param {Pieces} of
   * @param {number} place
   * @returns {Promise<PromptCard>}
   */
  const card = async (of, place) =>
    /** @type {PromptCard[]} */ (await requestValue(of.pieces[Math.floor(place / of.piece)]))[place % of.piece];

  /**
   * For each term of a facet, whether it is chosen; terms that are not known are let go.
   * @param {Column} column
   * @param {string[]} terms
   */
  const flags = (column, terms) => Uint8Array.from(column.terms, (term) => Number(terms.includes(term)));

  /**
   * Whether the prompt at a place has one of the flagged terms.
   * @param {Column} column
   * @param {number} place
   * @param {Uint8Array} wanted
   */
  const hasTerm = ({ of, ends }, place, wanted) => {
    for (let n = place ? ends[place - 1] : 0; n < ends[place]; n++) if (wanted[of[n]]) return true;
    return false;
  };

  /**
   * The places of the prompts that fit, and how many would fit with each other term.
   * Within a facet any of the chosen terms will do; every facet has to fit.
   * @param {Facts} facts
   * @param {Choice} choice
   */
  const match = ({ size, facets }, choice) => {
    const names = Object.keys(facets);
    const misses = new Uint8Array(size);
    const missing = new Int8Array(size);
    names.forEach((name, f) => {
      const wanted = flags(facets[name], choice[name] ?? []);
      if (!wanted.includes(1)) return;
      for (let place = 0; place < size; place++) {
        if (hasTerm(facets[name], place, wanted)) continue;
        misses[place]++;
        missing[place] = f;
      }
    });
    // A term of the only facet that does not fit would make it fit.
    const counts = names.map((name, f) => {
      const { terms, of, ends } = facets[name];
      const many = new Uint32Array(terms.length);
      for (let place = 0, n = 0; place < size; place++) {
        const counted = misses[place] === 0 || (misses[place] === 1 && missing[place] === f);
        for (; n < ends[place]; n++) if (counted) many[of[n]]++;
      }
      return many;
    });
    /** @type {number[]} */
    const places = [];
    misses.forEach((missed, place) => missed || places.push(place));
    return {
      places,
      /** @param {string} name @param {string} term */
      count: (name, term) => counts[names.indexOf(name)]?.[facets[name].terms.indexOf(term)] ?? 0,
    };
  };

  /**
   * One of the prompts that fit and may come by chance; a deep one only for those who have chosen deep ones.
   * @param {Facts & Pick<Table, "deep" | "neverByChance">} facts
   * @param {Choice} choice
   * @param {(place: number) => boolean} allowed
   */
  const randomPlace = (facts, choice, allowed = () => true) => {
    const depth = facts.facets.intensity;
    const deep = flags(depth, choice.intensity?.length ? [] : facts.deep);
    const never = new Set(facts.neverByChance);
    const places = match(facts, choice).places.filter((place) => allowed(place) && !never.has(place) && !hasTerm(depth, place, deep));
    return places.length ? places[Math.floor(Math.random() * places.length)] : -1;
  };

  /**
   * The choice that an address holds behind its #.
   * @param {string} fragment
   * @returns {Choice}
   */
  const parseChoice = (fragment) =>
    Object.fromEntries(
      [...new URLSearchParams(fragment.replace(/^#/, ""))].map(([name, terms]) => [name, terms.split(" ").filter(Boolean)]),
    );

  /**
   * A choice as it stands behind the # of an address.
   * @param {Choice} choice
   */
  const formatChoice = (choice) => {
    const said = Object.entries(choice).filter(([, terms]) => terms.length);
    return said.length ? `#${said.map(([name, terms]) => `${name}=${terms.join("+")}`).join("&")}` : "";
  };

  /**
   * 32 bits from a text; generator/text/stable_hash.py has the same.
   * @param {string} text
   */
  const hash32 = (text) => {
    let number = 0x811c9dc5;
    for (let i = 0; i < text.length; i++) number = Math.imul(number ^ text.charCodeAt(i), 0x01000193);
    number = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
    number = Math.imul(number ^ (number >>> 13), 0xc2b2ae35);
    return (number ^ (number >>> 16)) >>> 0;
  };

  /**
   * The id that a day belongs to: the one with the highest number.
   * @param {string[]} ids
   * @param {string} day as 2026-11-23
   */
  const ofTheDay = (ids, day) => {
    const rated = ids.map((id) => /** @type {const} */ ([hash32(`${day} ${id}`), id]));
    return rated.reduce((best, next) => (next[0] > best[0] || (next[0] === best[0] && next[1] > best[1]) ? next : best))[1];
  };

  /**
   * Puts a card's words and address into a copy of a card.
   * @param {Element} li
   * @param {PromptCard} card
   * @param {string} fragment
   */
  const fillCard = (li, [url, title, text, meta], fragment = "") => {
    const link = /** @type {HTMLAnchorElement} */ (li.querySelector("a"));
    link.href = new URL(url, top).href + fragment;
    link.textContent = title;
    const [words, facts] = li.querySelectorAll("p");
    words.textContent = text;
    if (facts) facts.textContent = meta;
  };

  /**
   * A column comes as words of one character for each term: 0 is the first term.
   * @param {PackedColumn} column
   * @returns {Column}
   */
  const unpackColumn = ({ terms, of }) => {
    let end = 0;
    const rows = of.split(" ");
    const ends = Uint32Array.from(rows, (row) => (end += row.length));
    return { terms, of: Uint16Array.from(rows.join(""), (sign) => sign.charCodeAt(0) - 48), ends };
  };

  /** @param {unknown} value @returns {value is {facets: Record<string, PackedColumn>}} */
  const isTable = (value) => typeof value === "object" && value !== null && "facets" in value;

  /**
   * Called by the files.
   * @param {string} name
   * @param {unknown} value
   */
  const take = (name, value) => {
    const facets = isTable(value) && Object.entries(value.facets).map(([facet, column]) => [facet, unpackColumn(column)]);
    waiting.get(name)?.done(facets ? Object.assign({}, value, { facets: Object.fromEntries(facets) }) : value);
  };

  globalThis.ws ??= /** @type {Ws} */ ({});
  ws.catalogue = {
    randomPlace, card, fillCard, load, match, hash32, ofTheDay, parseChoice, table, take, top, formatChoice,
  };
})();
