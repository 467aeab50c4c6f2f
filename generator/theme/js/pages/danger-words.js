// @ts-check
// Says whether a query holds words of danger: a pure function of the vocabulary
// content/taxonomy/words-of-danger.yaml and a text, with nothing of a page in it.
(() => {
  /**
   * The vocabulary as it is handed over.
   * @typedef {object} Vocabulary
   * @property {Record<string, string[]>} phrases by the id of their term; a/b in a phrase is either word
   * @property {string[]} alone phrases that count only if there is nothing else in the query
   * @property {string[]} harmless phrases that are taken out of a query before it is looked at
   * @property {string[]} forms lines such as "kill = kills, killing"
   * @property {string[]} skip words that change nothing wherever they stand
   * @property {string[]} real words that are spelt rightly, however near they are to one of danger
   * @property {string[]} numbers digits of the edition's crisis lines
   */
  /** @typedef {Set<string> | null} Slot  What a word of the query may stand for; null for nothing. */

  const SIGNS = /** @type {Record<string, string>} */ ({ 0: "o", 1: "i", 3: "e", 4: "a", 5: "s", "@": "a", $: "s", "!": "i" });
  // Letters. A shorter word with one more or less, or with another one, is mostly a word of its own.
  const SHORTEST = 4;
  const CHANGED = 5;
  const RUN_TOGETHER = 6;

  /**
   * The words of a text: small letters without accents, apostrophes left out ("can't" is "cant"), letters
   * that were replaced by signs put back ("k1ll", "su!cide", "s*icide"), long drawn ones made short ("diiie").
   * @param {string} text
   */
  const words = (text) => {
    const plain = text.replace(/['’‘`´ʼ＇*]/g, "").normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
    const put = plain.replace(/(\p{L})([01345@$!])(?=\p{L})/gu, (_, letter, sign) => letter + SIGNS[sign]);
    return put.replace(/(\p{L})\1{2,}/gu, "$1").split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  };

  /**
   * Whether one word is the other with one letter added, left out or changed, or two neighbours swapped. The
   * first letter has to be right, unless it is swapped: people rarely miss it, and other words differ in it.
   * @param {string} a
   * @param {string} b
   */
  const isNear = (a, b) => {
    const [long, short] = a.length >= b.length ? [a, b] : [b, a];
    if (long.length - short.length > 1) return false;
    let at = 0;
    while (at < short.length && long[at] === short[at]) at++;
    if (long.length > short.length) return at > 0 && long.slice(at + 1) === short.slice(at);
    const swapped = long[at] === short[at + 1] && long[at + 1] === short[at];
    if (swapped && long.slice(at + 2) === short.slice(at + 2)) return true;
    return at > 0 && long.length >= CHANGED && long.slice(at + 1) === short.slice(at + 1);
  };

  /** Every way to read a phrase with a/b in it. @param {string} phrase @returns {string[][]} */
  const readings = (phrase) =>
    phrase.split(" ").reduce(
      (all, part) => all.flatMap((begun) => part.split("/").map((word) => [...begun, ...words(word)])),
      /** @type {string[][]} */ ([[]]),
    );

  /**
   * @param {Vocabulary} vocabulary
   * @returns {(text: string) => string} the id of the term that a text belongs to; empty if there is none
   */
  const dangerWords = ({ phrases, alone, harmless, forms, skip, real, numbers }) => {
    const skipped = new Set(skip.flatMap(words));
    const right = new Set(real.flatMap(words));
    const dialled = new Set(numbers);
    /** @type {Map<string, Set<string>>} */
    const known = new Map();
    /** @param {string} form @param {string} word */
    const know = (form, word) => void (known.get(form)?.add(word) ?? known.set(form, new Set([word])));

    for (const line of forms) {
      const [word, others = ""] = line.split("=");
      const [base] = words(word);
      know(base, base);
      for (const other of others.split(",")) know(words(other).join(""), base);
    }
    const compile = (/** @type {string[]} */ said) =>
      said.flatMap(readings).map((reading) => reading.filter((word) => !skipped.has(word))).filter((reading) => reading.length);
    const searched = Object.entries(phrases).map(([id, said]) => /** @type {const} */ ([id, compile(said)]));
    const whole = compile(alone);
    const passing = compile(harmless);
    for (const reading of [...searched.flatMap(([, said]) => said), ...whole, ...passing]) {
      for (const word of reading) if (!known.get(word)?.has(word)) know(word, word);
    }
    const long = [...known.keys()].filter((word) => word.length >= SHORTEST);

    /** @param {Slot[]} said @param {string[]} phrase @param {number} at */
    const stands = (said, phrase, at) => phrase.every((word, n) => said[at + n]?.has(word));

    /** The id of the term that has a phrase in what is said. @param {Slot[]} said */
    const find = (said) =>
      searched.find(([, list]) => list.some((phrase) => said.some((_, at) => stands(said, phrase, at))))?.[0] ?? "";

    /** @param {string} word @returns {Slot} */
    const slot = (word) => {
      const exact = known.get(word);
      if (exact || right.has(word) || word.length < SHORTEST) return exact ?? null;
      const near = long.filter((other) => isNear(word, other)).flatMap((other) => [.../** @type {Set<string>} */ (known.get(other))]);
      return near.length ? new Set(near) : null;
    };

    /** The words that were run together in one, if they make a phrase: "killmyself". @param {string} word */
    const cut = (word) => {
      if (word.length < RUN_TOGETHER || known.has(word) || right.has(word)) return [word];
      /** @type {string[][]} */
      const fewest = [[]];
      for (let end = 1; end <= word.length; end++) {
        for (let start = 0; start < end; start++) {
          const [before, piece] = [fewest[start], word.slice(start, end)];
          const fits = before && (known.has(piece) || skipped.has(piece));
          if (fits && !(fewest[end]?.length <= before.length)) fewest[end] = [...before, piece];
        }
      }
      const pieces = (fewest[word.length] ?? []).filter((piece) => !skipped.has(piece));
      return pieces.length > 1 && find(pieces.map(slot)) ? pieces : [word];
    };

    /** What each word of a text may stand for; words without weight are left out. @param {string} text */
    const slots = (text) => {
      const said = words(text);
      /** @type {string[]} */
      const joined = [];
      for (let at = 0; at < said.length; at++) {
        const pair = said[at] + (said[at + 1] ?? "");
        const both = at + 1 < said.length && pair.length >= SHORTEST && known.has(pair);
        joined.push(both ? pair : said[at]);
        if (both) at++;
      }
      return joined.flatMap(cut).filter((word) => !skipped.has(word)).map(slot);
    };

    return (text) => {
      let said = slots(text.slice(0, 400));
      const digits = text.replace(/\D+/g, "");
      if (dialled.has(digits)) return "number";
      for (const phrase of whole) if (phrase.length === said.length && stands(said, phrase, 0)) return "alone";
      for (const phrase of passing) {
        for (let at = 0; at < said.length; at++) {
          if (stands(said, phrase, at)) said = said.map((one, n) => (n >= at && n < at + phrase.length ? null : one));
        }
      }
      return find(said);
    };
  };

  globalThis.ws ??= /** @type {Ws} */ ({});
  ws.dangerWords = dangerWords;
})();
