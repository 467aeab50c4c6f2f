// @ts-check
// Phrase matcher for danger words in a query: a pure function of the vocabulary
// content/taxonomy/words-of-danger.yaml and a text, with nothing of a page in it.
(() => {
  /**
   * The vocabulary as it is handed over.
   * @typedef {object} Vocabulary
   * @property {Record<string, string[]>} phrases by the id of their term; a/b in a phrase is either word, a
   *   word in capitals is any of a group, and ".." stands for up to WINDOW other words
   * @property {string[]} alone phrases that count only if there is nothing else in the query
   * @property {string[]} harmless phrases that are taken out of a query before it is looked at
   * @property {string[]} forms lines such as "kill = kills, killing"
   * @property {string[]} groups lines such as "CHILD = baby, son, daughter"
   * @property {string[]} endings of words that say the same with and without: "ing", "ed"
   * @property {string[]} keyboard rows of keys; a key beside the right one is hit by mistake
   * @property {string[]} skip words that change nothing wherever they stand
   * @property {string[]} real words that are spelt rightly, however near they are to one of danger
   * @property {string[]} numbers digits of the edition's crisis lines
   */
  /** @typedef {Set<string> | null} Slot  What a word of the query may stand for; null for nothing. */
  /** @typedef {[word: string, gap: number][]} Phrase  Words, and how many others may stand before each. */

  const SIGNS = /** @type {Record<string, string>} */ ({ 0: "o", 1: "i", 3: "e", 4: "a", 5: "s", 7: "t", "@": "a", $: "s", "!": "i", "|": "l" });
  // Letters. A shorter word with one more or less, or with another one, is mostly a word of its own.
  const SHORTEST = 4;
  const CHANGED = 5;
  const RUN_TOGETHER = 6;
  const WINDOW = 3;
  // Letters that are looked at together, that two such parts share, and how many parts at most.
  const PART = 400;
  const OVERLAP = 100;
  const MOST_PARTS = 12;
  const MOST_WORDS = 2000;
  const NAME = /^[\p{Lu}.]+$/u;

  /**
   * The words of a text: small letters without accents, apostrophes left out ("can't" is "cant"), letters
   * that were replaced by signs put back ("k1ll", "su!cide", "d13"), long drawn ones made short ("diiie"),
   * single ones put together ("k m s"). A letter that was hidden stays a star ("s*icide").
   * @param {string} text
   */
  const tokens = (text) => {
    const plain = text.replace(/['’‘`´ʼ＇]/g, "").normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
    return plain
      .replace(/([\p{L}\d])[@$!|](?=[\p{L}\d])/gu, (pair) => pair[0] + SIGNS[pair[1]])
      .replace(/([\p{L}*])#(?=[\p{L}*])/gu, "$1*")
      .replace(/(\p{L})\1{2,}/gu, "$1$1")
      .split(/[^\p{L}\p{N}*]+/u)
      .map((word) => word.replace(/^\*+|\*+$/g, "").replace(/\d/g, (sign) => (/\p{L}/u.test(word) && SIGNS[sign]) || sign))
      .filter(Boolean)
      .join(" ")
      .replace(/(^| )(?:\p{L} ){2,}\p{L}(?= |$)/gu, (run, before) => before + run.replaceAll(" ", ""))
      .split(" ")
      .filter(Boolean);
  };

  /**
   * Whether one word is the other with one letter added, left out or changed, or two neighbours swapped. The
   * first letter has to be right, unless it is swapped: people rarely miss it, and other words differ in it.
   * A word of four letters may have a changed one only where a neighbouring key was hit.
   * @param {string} a
   * @param {string} b
   * @param {string} keys
   */
  const isNear = (a, b, keys) => {
    const [long, short] = a.length >= b.length ? [a, b] : [b, a];
    if (long.length - short.length > 1) return false;
    let at = 0;
    while (at < short.length && long[at] === short[at]) at++;
    if (long.length > short.length) return at > 0 && long.slice(at + 1) === short.slice(at);
    const swapped = long[at] === short[at + 1] && long[at + 1] === short[at];
    if (swapped && long.slice(at + 2) === short.slice(at + 2)) return true;
    const slipped = Math.abs(keys.indexOf(long[at]) - keys.indexOf(short[at])) === 1;
    return at > 0 && (slipped || long.length >= CHANGED) && long.slice(at + 1) === short.slice(at + 1);
  };

  /**
   * A text in parts that overlap by more than a phrase is long, each from the beginning of a word: what is at
   * once, in bounded time. Of a very long one they are its first and its last.
   * @param {string} text
   * @returns {string[]}
   */
  const parts = (text) => {
    if (text.length <= PART) return [text];
    const starts = [];
    for (let at = 0; at + OVERLAP < text.length; at += PART - OVERLAP) starts.push(at);
    const looked = starts.length > MOST_PARTS ? [...starts.slice(0, 2), ...starts.slice(2 - MOST_PARTS)] : starts;
    return looked.map((at) => text.slice(at ? at + text.slice(at, at + PART).search(/\s|$/) : 0, at + PART));
  };

  /**
   * A function of a word that answers at once for those that it was asked before: at each key, for nearly all.
   * @template Answer
   * @param {(word: string) => Answer} of
   */
  const memoized = (of) => {
    /** @type {Map<string, Answer>} */
    const found = new Map();
    return (/** @type {string} */ word) => {
      if (found.size > MOST_WORDS) found.clear();
      if (!found.has(word)) found.set(word, of(word));
      return /** @type {Answer} */ (found.get(word));
    };
  };

  /** Every way to read a phrase with a/b in it. @param {string} phrase @returns {string[][]} */
  const readings = (phrase) =>
    phrase.split(" ").reduce(
      (all, part) =>
        all.flatMap((begun) => part.split("/").map((word) => [...begun, ...(NAME.test(word) ? [word] : tokens(word))])),
      /** @type {string[][]} */ ([[]]),
    );

  /**
   * Where the words of a phrase stand, from one place on; undefined if they do not.
   * @param {Slot[]} said
   * @param {Phrase} phrase
   * @param {number} at
   * @returns {number[] | undefined}
   */
  const places = (said, [[word, gap] = ["", 0], ...rest], at) => {
    if (!word) return [];
    for (let place = at; place <= at + gap; place++) {
      const others = said[place]?.has(word) && places(said, rest, place + 1);
      if (others) return [place, ...others];
    }
    return undefined;
  };

  /**
   * @param {Vocabulary} vocabulary
   * @returns {(text: string) => string} the id of the term that a text belongs to; empty if there is none
   */
  const dangerWords = ({ phrases, alone, harmless, forms, groups, endings, keyboard, skip, real, numbers }) => {
    const skipped = new Set(skip.flatMap(tokens));
    const right = new Set(real.flatMap(tokens));
    const dialled = new Set(numbers);
    const keys = keyboard.join(" ");
    const ending = new RegExp(`^(...+?)(?:${endings.join("|")})$`, "u");
    /** A word without its ending and its doubled letters: "cuting" and "cuts" are one. @param {string} word */
    const root = (word) => word.replace(/(.)\1+/gu, "$1").replace(ending, "$1");
    /** @type {Map<string, Set<string>>} */
    const known = new Map();
    /** @param {string} form @param {string} word */
    const addForm = (form, word) => void (known.get(form)?.add(word) ?? known.set(form, new Set([word])));
    /** Both sides of a line of forms or groups. @param {string} line */
    const sides = (line) => line.split("=").map((side) => side.split(",").map((one) => (NAME.test(one.trim()) ? one.trim() : tokens(one).join(""))));

    for (const [[base], others] of forms.map(sides)) for (const form of [base, ...others]) addForm(form, base);
    for (const [[name], members] of groups.map(sides)) {
      for (const member of members) {
        if (!NAME.test(member)) addForm(member, member);
        for (const bases of known.values()) if (bases.has(member)) bases.add(name);
      }
    }
    /** @param {string[]} said @returns {Phrase[]} */
    const compile = (said) =>
      said.flatMap(readings).map((reading) =>
        reading.flatMap((word, n) => {
          if (skipped.has(word) || word === "..") return [];
          /** @type {[word: string, gap: number]} */
          const slot = [word, reading[n - 1] === ".." ? WINDOW : 0];
          return [slot];
        }),
      ).filter((phrase) => phrase.length);
    const searched = Object.entries(phrases).map(([id, said]) => /** @type {const} */ ([id, compile(said)]));
    const whole = compile(alone);
    const passing = compile(harmless);
    for (const [word] of [...searched.flatMap(([, said]) => said), ...whole, ...passing].flat()) {
      if (!NAME.test(word)) addForm(word, word);
    }
    const roots = new Map([...known.keys()].map((word) => [word, root(word)]));
    const long = [...known.keys()].filter((word) => word.length >= SHORTEST);

  /** The id of the term that has a phrase in what is said. @param {Slot[]} said */
    const find = (said) =>
      searched.find(([, list]) => list.some((phrase) => said.some((_, at) => places(said, phrase, at))))?.[0] ?? "";

    /** What all the forms that pass a test stand for. @param {Iterable<string>} list @param {(form: string) => boolean} test @returns {Slot} */
    const matchingWords = (list, test) => {
      const found = [...list].filter(test).flatMap((form) => [...(known.get(form) ?? [])]);
      return found.length ? new Set(found) : null;
    };

    const slot = memoized((/** @type {string} */ word) => {
      const exact = known.get(word);
      if (exact || right.has(word)) return exact ?? null;
      if (word.includes("*")) {
        const hidden = new RegExp(`^${word.replaceAll("*", ".?")}$`, "u");
        return matchingWords(known.keys(), (form) => hidden.test(form));
      }
      const own = root(word);
      const same = matchingWords(known.keys(), (form) => roots.get(form) === own);
      return same ?? (word.length < SHORTEST ? null : matchingWords(long, (form) => isNear(word, form, keys)));
    });

    /** The words that were run together in one, if they make a phrase: "killmyself". */
    const cut = memoized((/** @type {string} */ word) => {
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
    });

    /** What each word of a text may stand for; words without weight are left out. @param {string} text */
    const slots = (text) => {
      const said = tokens(text);
      /** @type {string[]} */
      const joined = [];
      for (let at = 0; at < said.length; at++) {
        const pair = said[at] + (said[at + 1] ?? "");
        const both = at + 1 < said.length && (pair.length >= SHORTEST || pair.length === 2) && known.has(pair);
        joined.push(both ? pair : said[at]);
        if (both) at++;
      }
      return joined.flatMap(cut).filter((word) => !skipped.has(word)).map(slot);
    };

    /** @param {string} text */
    const termOf = (text) => {
      const said = slots(text);
      const digits = text.replace(/\D+/g, "");
      if (dialled.has(digits)) return "number";
      for (const phrase of whole) if (phrase.length === said.length && places(said, phrase, 0)) return "alone";
      for (const phrase of passing) {
        for (let at = 0; at < said.length; at++) {
          for (const place of places(said, phrase, at) ?? []) said[place] = null;
        }
      }
      return find(said);
    };

    return (text) => {
      for (const part of parts(text)) {
        const kind = termOf(part);
        if (kind) return kind;
      }
      return "";
    };
  };

  globalThis.ws ??= /** @type {Ws} */ ({});
  ws.dangerWords = dangerWords;
})();
