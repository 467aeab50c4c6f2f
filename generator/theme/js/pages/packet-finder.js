// @ts-check
// Picker of the packet editor: prompts by facet and by full-text search, and worksheets, each with "Add".
(() => {
  const { loadScript, catalogue, packet: own } = ws;
  const { inside, part, root, message } = own;

  const finder = /** @type {FindElement} */ (root.querySelector("ws-find"));
  const section = /** @type {HTMLElement} */ (finder.closest("section"));
  const search = part("search");
  let pause = 0;

  /** The things on this page that can be added, each with its buttons and links. */
  const cards = () => /** @type {NodeListOf<HTMLElement>} */ (section.querySelectorAll("li.ws-card"));

  /** The item that a card offers. @param {HTMLElement} card @returns {PacketItem} */
  const itemOf = (card) => {
    const sheet = card.dataset.sheet;
    const id = sheet ?? /** @type {HTMLAnchorElement} */ (inside(card, "a")).pathname.replace(/^.*\/|\.html$/g, "");
    return { kind: sheet ? "w" : "p", id, day: "", note: "" };
  };

  const markIncluded = () => {
    const fragment = own.write(own.now);
    for (const card of cards()) {
      const [link, button] = [/** @type {HTMLAnchorElement} */ (inside(card, "a")), inside(card, "button")];
      const there = own.isIncluded(itemOf(card));
      link.hash = fragment;
      card.toggleAttribute("data-in", there);
      button.textContent = message(there ? "is_in" : "add");
      button.setAttribute("aria-label", `${button.textContent}: ${link.textContent}`);
    }
  };

  const sheets = [...part("sheets").querySelectorAll("li")];
  /** @type {Promise<(query: string) => Set<number>> | undefined} */
  let ranking;

  /** The site's own ranking over the things of this page: prompts in the order of the shelf, then sheets. */
  const loadRanking = async () => {
    const [lay] = await Promise.all([catalogue.load("searched"), loadScript("search-rank")]);
    const { groupHits, ranker } = ws;
    const foundBy = [...lay.own];
    for (const [said, places] of lay.groups) for (const place of places) foundBy[place] += `;${said}`;
    /** @type {SearchEntry[]} */
    const entries = [
      ...own.shelf.prompts.map(([id, title], place) => /** @type {SearchEntry} */ ([0, id, title, "", foundBy[place]])),
      ...sheets.map((card) => /** @type {SearchEntry} */ ([1, "", inside(card, "a").textContent, inside(card, "p").textContent, card.dataset.found])),
    ];
    const rank = ranker({ ...lay, entries });
    return (/** @type {string} */ query) => {
      const hits = rank(query);
      const near = hits.length ? groupHits(hits, entries, 0) : [];
      return new Set(near.flatMap(({ all }) => all.map(({ place }) => place)));
    };
  };

  /** Shows what fits the words: found as everywhere on the site, whatever their spelling. */
  const filterCards = async () => {
    const asked = search.value.trim();
    /** @type {Set<number> | null} */
    let found = null;
    try {
      if (asked) found = (await (ranking ??= loadRanking()))(search.value);
    } catch {
      ranking = undefined; // to be tried again; all things stay on the page
    }
    if (asked !== search.value.trim()) return;
    const fits = (/** @type {number} */ place) => !found || found.has(place);
    finder.fits = fits;
    finder.started = true; // its cards are drawn, also if its facts come later
    if (finder.facts) finder.show();
    const first = own.shelf.prompts.length;
    sheets.forEach((card, place) => (card.hidden = !fits(first + place)));
    const many = sheets.filter((card) => !card.hidden).length;
    part("sheet-count").textContent = String(many);
    part("sheets").open = Boolean(asked) && many > 0 && many < 4;
  };

  section.addEventListener("click", ({ target }) => {
    const button = target instanceof Element && target.closest(".ws-card__add");
    const card = button && button.closest("li");
    if (card && button instanceof HTMLElement) own.add(itemOf(card), button);
  });
  search.addEventListener("focus", () => Promise.all([catalogue.load("searched"), loadScript("search-rank")]).catch(() => {}), { once: true });
  search.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(filterCards, 120);
  });
  new MutationObserver(markIncluded).observe(inside(finder, "[data-part=cards]"), { childList: true });

  // From a list of prompts one arrives with what was chosen there.
  if (/=/.test(location.hash) && !own.read(location.hash).found) {
    finder.choice = catalogue.parseChoice(location.hash);
    if (finder.facts) finder.show();
  }
  if (search.value) filterCards(); // typed before this script came
  own.markIncluded = markIncluded;
})();
