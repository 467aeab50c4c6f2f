// @ts-check
// Search results: grouped links with excerpts and a count in a live region. The index is a classic script, so
// that it loads from file:// too; it is loaded once.
(() => {
  const { catalogue, groupHits, ranker } = ws;
  const FEW = 4; // of each group, before somebody asks for more
  const MOST = 60;
  const PAUSE = 400; // milliseconds without a key before the number is said
  const PROMPTS = 3; // the group whose entries are named by an id

  /** @typedef {{group: number, all: {place: number}[], shown: {place: number}[]}} Group */

  /** @param {SearchField} search the element @returns {Promise<(query: string) => void>} */
  const finder = async (search) => {
    const index = await catalogue.load("search");
    const rank = ranker(index);
    const plural = new Intl.PluralRules(index.language);
    const [status, count, groups, help] = ["told", "count", "groups", "help"].map((name) => search.piece(name));
    let pause = 0;
    /** @type {string | undefined} */
    let before;

    /** @param {{place: number}} hit */
    const resultItem = ({ place }) => {
      const [group, url, title, text] = index.entries[place];
      const path = group === PROMPTS && !url.includes("/") ? formatMessage(index.prompt, { id: url }) : url;
      const item = controls.element("li", "ws-search__hit");
      const link = /** @type {HTMLAnchorElement} */ (controls.element("a", "ws-search__link"));
      link.href = new URL(path, catalogue.top).href;
      link.append(controls.element("span", "ws-search__title", title), " ", controls.element("span", "ws-search__text", text));
      link.addEventListener("click", () => search.close());
      item.append(link);
      return item;
    };

    /** @param {Group} found */
    const resultGroup = ({ group, all, shown }) => {
      const part = controls.element("section", "ws-search__group");
      const heading = controls.element("h2", "ws-search__heading", index.groups[group]);
      const list = controls.element("ul", "ws-search__list");
      heading.id = `ws-found-${group}`;
      part.setAttribute("aria-labelledby", heading.id);
      list.append(...shown.map(resultItem));
      part.append(heading, list);
      const most = all.slice(0, MOST);
      if (most.length > shown.length) {
        const more = controls.element("button", "ws-search__more", formatMessage(index.said.more, { n: most.length }));
        more.setAttribute("aria-label", `${more.textContent}: ${heading.textContent}`);
        more.addEventListener("click", () => {
          const rest = most.slice(shown.length).map(resultItem);
          list.append(...rest);
          more.remove();
          rest[0].querySelector("a")?.focus();
        });
        more.setAttribute("type", "button");
        part.append(more);
      }
      return part;
    };

    return (query) => {
      const asked = query.trim();
      if (asked === before) return;
      before = asked;
      const hits = asked ? rank(query) : [];
      /** @type {Group[]} */
      const found = hits.length ? groupHits(hits, index.entries, FEW) : [];
      const many = found.reduce((sum, { all }) => sum + Math.min(MOST, all.length), 0);
      groups.replaceChildren(...found.map(resultGroup));
      help.hidden = many > 0;
      count.textContent = many || !asked ? "" : formatMessage(index.said.none, { query: asked });
      clearTimeout(pause);
      const said = many ? formatMessage(index.found[plural.select(many)] ?? index.found.other, { n: many }) : count.textContent;
      pause = setTimeout(() => (status.textContent = asked ? said : ""), PAUSE);
    };
  };

  ws.finder = finder;
})();
