// @ts-check
// What can be added to a packet: prompts by facets and by words, and sheets; each with a button.
(() => {
  const { catalogue, packet: own } = /** @type {any} */ (globalThis).ws;
  const { part, root, say } = own;
  /** @typedef {{kind: string, id: string, day: string, note: string}} Item */

  const finder = root.querySelector("ws-find");
  const search = part("search");
  let pause = 0;

  /** The things on this page that can be added, each with its buttons and links. */
  const cards = () => finder.closest("section").querySelectorAll("li.ws-card");

  /** The item that a card offers. @param {any} card @returns {Item} */
  const offered = (card) => {
    const sheet = card.dataset.sheet;
    const id = sheet ?? card.querySelector("a").pathname.replace(/^.*\/|\.html$/g, "");
    return { kind: sheet ? "w" : "p", id, day: "", note: "" };
  };

  const mark = () => {
    const fragment = own.write(own.now);
    for (const card of cards()) {
      const [link, button] = [card.querySelector("a"), card.querySelector("button")];
      const there = own.isIn(offered(card));
      link.hash = fragment;
      card.toggleAttribute("data-in", there);
      button.textContent = say(there ? "is_in" : "add");
      button.setAttribute("aria-label", `${button.textContent}: ${link.textContent}`);
    }
  };

  /** Searches in titles and lay words; every word has to be found as the beginning of one. */
  const find = async () => {
    const flat = (/** @type {string} */ text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
    const wanted = flat(search.value).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
    const fits = (/** @type {string} */ text) => wanted.every((word) => ` ${text}`.includes(` ${word}`) || (word.length > 3 && text.includes(word.replace(/(ing|s)$/, ""))));
    const lay = wanted.length ? await catalogue.load("searched").catch(() => ({ own: [], groups: [] })) : null;
    if (lay && !lay.all) {
      lay.all = own.shelf.prompts.map((/** @type {string[]} */ [, title], /** @type {number} */ place) => `${title} ${lay.own[place] ?? ""}`);
      for (const [said, places] of lay.groups) for (const place of places) lay.all[place] += ` ${said}`;
      lay.all = lay.all.map(flat);
    }
    const found = lay?.all.map(fits);
    finder.fits = (/** @type {number} */ place) => !found || found[place];
    if (finder.facts) finder.show();
    let many = 0;
    for (const card of part("sheets").querySelectorAll("li")) {
      card.hidden = !fits(flat(`${card.querySelector("a").textContent} ${card.querySelector("p").textContent} ${card.dataset.found}`));
      many += Number(!card.hidden);
    }
    part("sheet-count").textContent = String(many);
    part("sheets").open = wanted.length > 0 && many > 0 && many < 4;
  };

  finder.closest("section").addEventListener("click", (/** @type {any} */ event) => {
    const button = event.target.closest(".ws-card__add");
    if (button) own.add(offered(button.closest("li")), button);
  });
  search.addEventListener("focus", () => catalogue.load("searched").catch(() => {}), { once: true });
  search.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(find, 120);
  });
  new MutationObserver(mark).observe(finder.querySelector("[data-part=cards]"), { childList: true });

  // From a list of prompts one arrives with what was chosen there.
  if (/=/.test(location.hash) && !own.read(location.hash).found) {
    finder.choice = catalogue.read(location.hash);
    if (finder.facts) finder.show();
  }
  own.mark = mark;
})();
