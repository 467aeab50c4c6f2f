// @ts-check
// Full-text ranking for the search: a pure function of index and query, without the DOM.
// An inverted index over title, lay words and text; what several words of a query lead to comes before
// what one leads to, and rare words count for more (inverse document frequency).
(() => {
  /** @typedef {[group: number, url: string, title: string, text: string, foundBy?: string, body?: string]} Entry  Lay words are parted by semicolons. */
  /**
   * @typedef {object} Index
   * @property {string} language of the edition
   * @property {string} skip words that say little in a query
   * @property {string[]} same words that mean the same, one line each
   * @property {number[]} [far] places of listings that cannot be used in the edition's country
   * @property {Entry[]} entries
   */
  /** @typedef {{place: number, score: number}} Hit */
  /** @typedef {Map<number, number>} Weights  By place of an entry: the weight of a word in it. */

  const TITLE = 6;
  const LAY = 5; // of a lay word; a word of a phrase counts for less, the longer the phrase
  const TEXT = 2;
  const BODY = 1;
  const BEGUN = 0.7; // the share of its weight that a word has of which only the beginning was typed
  const NEAR = 0.55; // the same with one letter wrong
  const TITLED = 3; // by what more counts a title that is the whole query
  const EXACT = 2.2; // the same for a lay word; for a phrase more, by what its words count for less
  const WITHIN = 1.8; // the same where a phrase of its own stands in the query: "my ex" in "i still love my ex"
  const PHRASE = 1.4; // the same where the query is a part of it
  const PRIOR = [2.1, 1.3, 1.2, 1, 1.1, 0.9, 0.8]; // by group: a page of a feeling before twenty prompts, and a book after what is here
  const HELP = 4; // the group of people to call: one that fits half of what was said may alarm, so it comes later
  const FAR = 0.8; // by what less counts a listing of another country, unless it is named
  const SHORTEST = 4;
  const WRONG = 5; // letters of the longer of two words that may be a letter apart: "diet" is not "died"
  const SYLLABLE = /^[^aeiou]*[aeiouy][^aeiouwxy]$/; // the word of an e: "mad" and "made", "rap" and "rape"

  /** Words in small letters, without accents and apostrophes. @param {string} text */
  const words = (text) =>
    text.replace(/['’‘`´ʼ＇]/g, "").normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean);

  /** Endings that change no meaning, and British spelling as American. @type {Record<string, (word: string) => string>} */
  const STEMS = {
    en: (word) => {
      if (word.length < SHORTEST) return word;
      let stem = word.replace(/(..)ie[sd]$/, "$1y").replace(/([^aeious])s$|([aeo])s$/, "$1$2").replace(/(ss|x|ch|sh)es$/, "$1");
      stem = stem.replace(/ll(?=(ing|ed|or|er|ous)$)/, "l").replace(/(.{3})our(?=(ed|ing|al|ite|able|ful|less)?$)/, "$1or");
      stem = stem.replace(/is(?=(e|ed|ing|ation)$)/, "iz").replace(/tre$/, "ter").replace(/ae/, "e");
      const begun = stem.length > 5 ? stem.replace(/(ing|ed|ly)$/, "") : stem;
      if (begun !== stem && SYLLABLE.test(begun)) return `${begun}e`;
      return begun.replace(/([^e])\1$/, "$1").replace(/^(.{3,})e$/, (whole, rest) => (SYLLABLE.test(rest) ? whole : rest));
    },
  };

  /** One letter more, less or other, or two swapped, in words long enough; the first is right. @param {string} a @param {string} b */
  const isNear = (a, b) => {
    const [long, short] = a.length >= b.length ? [a, b] : [b, a];
    if (long.length < WRONG || long.length - short.length > 1 || long[0] !== short[0]) return false;
    let at = 0;
    while (at < short.length && long[at] === short[at]) at++;
    if (long.length > short.length) return long.slice(at + 1) === short.slice(at);
    if (long.slice(at + 1) === short.slice(at + 1)) return true;
    return long[at] === short[at + 1] && long[at + 1] === short[at] && long.slice(at + 2) === short.slice(at + 2);
  };

  /**
   * @param {Index} index
   * @returns {(query: string) => Hit[]} the best first
   */
  const ranker = ({ language, skip, same, far = [], entries }) => {
    const isFar = new Set(far);
    const stem = STEMS[language.split("-")[0]] ?? ((word) => word);
    /** @type {Map<string, string>} */
    const meanings = new Map();
    for (const line of same) {
      const [first, ...others] = words(line).map(stem);
      for (const other of [first, ...others]) meanings.set(other, first);
    }
    /** @type {Map<string, string>} */
    const roots = new Map(); // every word that was read so far
    let reading = true;
    const termOf = (/** @type {string} */ word) => {
      let found = roots.get(word);
      if (found === undefined) {
        const stemmed = stem(word);
        found = meanings.get(stemmed) ?? stemmed;
        if (reading) roots.set(word, found);
      }
      return found;
    };
    const termsOf = (/** @type {string} */ text) => words(text).map(termOf);
    const idle = new Set(words(skip));
    const contentWordCount = (/** @type {string[]} */ said) => said.filter((word) => !idle.has(word)).length || 1;
    /** @type {Map<string, Weights>} */
    const postings = new Map();
    /** @type {number[]} */
    const titleSizes = [];
    /** By place: title and lay phrases, each between bars and spaces. @type {string[]} */
    const phrases = [];
    /** By place: those of several words, each between spaces. @type {string[][]} */
    const longer = [];
    entries.forEach(([, , title, text, foundBy = "", body = ""], place) => {
      const titled = termsOf(title);
      const lay = foundBy.split(";").map(termsOf);
      titleSizes.push(new Set(titled.filter((word) => !idle.has(word))).size || 1);
      const spaced = [titled, ...lay].map((said) => ` ${said.join(" ")} `);
      phrases.push(`|${spaced.join("|")}|`);
      longer.push(spaced.filter((_, n) => (n ? lay[n - 1] : titled).length > 1));
      /** @type {[string[], number][]} */
      const fields = [[titled, TITLE], [termsOf(text), TEXT], [termsOf(body), BODY]];
      for (const said of lay) fields.push([said, LAY / Math.sqrt(contentWordCount(said))]);
      for (const [said, weight] of fields) {
        for (const word of said) {
          let at = postings.get(word);
          if (!at) postings.set(word, (at = new Map()));
          if (weight > (at.get(place) ?? 0)) at.set(place, weight);
        }
      }
    });
    const known = [...postings.keys()];
    for (const [word, first] of meanings) if (!postings.has(word) && postings.has(first)) known.push(word);

    /** What a typed word finds: itself, words that it begins, or words that are a letter away; and how it should have been spelt. @param {string} word @param {boolean} last */
    const lookUp = (word, last) => {
      const wanted = termOf(word);
      /** @type {Weights} */
      const found = new Map();
      const take = (/** @type {string} */ key, /** @type {number} */ share) => {
        for (const [place, weight] of postings.get(key) ?? postings.get(meanings.get(key) ?? "") ?? []) {
          found.set(place, Math.max(found.get(place) ?? 0, weight * share));
        }
      };
      if (postings.has(wanted)) take(wanted, 1);
      const exact = found.size;
      if (word.length >= SHORTEST || (last && !exact)) {
        for (const key of known) if (key !== wanted && key.startsWith(word)) take(key, last && !exact ? 1 : BEGUN);
      }
      if (found.size || word.length < SHORTEST) return { found, spelt: wanted, share: 1 };
      const near = [...new Set([...roots].filter(([read, key]) => isNear(read, word) || isNear(key, wanted)).map(([, key]) => key))];
      for (const key of near) take(key, 1);
      const documentFrequency = (/** @type {string} */ key) => postings.get(key)?.size ?? 0;
      const spelt = near.reduce((best, key) => (documentFrequency(key) > documentFrequency(best) ? key : best), wanted);
      if (near.length) for (const key of known) if (key !== spelt && key.startsWith(spelt)) take(key, BEGUN);
      return { found, spelt, share: NEAR }; // of all alike, so that the order is that of the right spelling
    };

    for (const line of same) for (const word of words(line)) termOf(word);
    reading = false;

    /** Words that were parted and are one in the index: "break up". @param {string[]} typed */
    const joinedWords = (typed) =>
      typed.reduce((all, word) => {
        const pair = (all[all.length - 1] ?? "") + word;
        const isOne = all.length > 0 && pair.length > SHORTEST && roots.has(pair);
        return isOne ? [...all.slice(0, -1), pair] : [...all, word];
      }, /** @type {string[]} */ ([]));

    return (query) => {
      const typed = joinedWords(words(query.slice(0, 200)).slice(0, 12));
      const telling = typed.filter((word) => !idle.has(word));
      const asked = telling.length ? telling : typed;
      if (!asked.length) return [];
      /** @type {Map<number, {score: number, part: number, titles: number}>} */
      const sums = new Map();
      /** @type {Map<string, string>} */
      const spellings = new Map();
      let whole = 0;
      asked.forEach((word, n) => {
        const { found, spelt, share } = lookUp(word, n === asked.length - 1 && !/\s$/.test(query));
        spellings.set(word, spelt);
        const rarity = Math.log(1 + entries.length / (1 + found.size));
        whole += found.size ? rarity : 0.5;
        for (const [place, weight] of found) {
          const sum = sums.get(place) ?? { score: 0, part: 0, titles: 0 };
          sum.score += weight * share * rarity;
          sum.part += rarity;
          if (weight >= TITLE * NEAR) sum.titles++;
          sums.set(place, sum);
        }
      });
      const spelt = (/** @type {string} */ word) => spellings.get(word) ?? termOf(word);
      const [phrase, literal] = [asked, typed].map((some) => ` ${some.map(spelt).join(" ")} `);
      const said = [phrase, literal];
      const hits = [...sums].map(([place, { score, part, titles }]) => {
        const [group] = entries[place];
        const covered = group === HELP ? part / whole : Math.sqrt(part / whole);
        const titled = 1 + 0.5 * Math.min(1, titles / titleSizes[place]);
        const own = phrases[place];
        const exact = own.startsWith(`|${literal}|`) ? TITLED
          : said.some((one) => own.includes(`|${one}|`)) ? EXACT * Math.sqrt(asked.length)
          : longer[place].some((one) => literal.includes(one)) ? WITHIN
          : said.some((one) => own.includes(one)) ? PHRASE : 1;
        return { place, score: score * covered * titled * exact * (PRIOR[group] ?? 1) * (isFar.has(place) ? FAR : 1) };
      });
      return hits.sort((a, b) => b.score - a.score || a.place - b.place);
    };
  };

  /**
   * Hits as they are shown: the group of the best one first, and in each group the best ones first.
   * @param {Hit[]} hits
   * @param {Entry[]} entries
   * @param {number} most of each group
   */
  const groupHits = (hits, entries, most) => {
    // What is far behind the best says nothing about the query.
    const near = hits.filter(({ score }) => score > hits[0].score * 0.3);
    /** @type {Map<number, Hit[]>} */
    const groups = new Map();
    for (const hit of near) {
      const group = entries[hit.place][0];
      groups.set(group, [...(groups.get(group) ?? []), hit]);
    }
    return [...groups].map(([group, all]) => ({ group, all, shown: all.slice(0, most) }));
  };

  globalThis.ws ??= /** @type {Ws} */ ({});
  ws.ranker = ranker;
  ws.groupHits = groupHits;
})();
