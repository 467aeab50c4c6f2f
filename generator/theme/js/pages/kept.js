// @ts-check
// The page of everything that a reader chose to keep on this device: read, go on, take along, erase.

(() => {
  const page = document.querySelector(".ws-kept");
  const list = page?.querySelector(".ws-kept__list");
  const tools = page?.querySelector(".ws-kept__tools");
  const status = page?.querySelector("[role=status]");
  if (!(page instanceof HTMLElement) || !list || !tools || !status) return;
  const words = page.dataset;
  const today = () => new Date().toISOString().slice(0, 10);

  /** @typedef {Entry & {id: string}} Kept */

  const say = (/** @type {string | undefined} */ text) => {
    status.textContent = text ?? "";
  };

  /**
   * @param {Element} place
   * @param {Kept[]} entries
   * @param {string | undefined} text
   * @param {string | undefined} markdown
   */
  const saveButtons = (place, entries, text, markdown) => {
    const save = (/** @type {string} */ ending, /** @type {(entry: Entry) => string} */ as) =>
      papers.save(`${words.name}-${today()}.${ending}`, entries.map(as).join("\n\n"));
    place.append(
      controls.button(text, () => save("txt", papers.asText)),
      controls.button(markdown, () => save("md", papers.asMarkdown)),
    );
  };

  /** @param {Kept} entry */
  const shown = (entry) => {
    const item = document.createElement("li");
    const heading = document.createElement("h2");
    const day = document.createElement("p");
    const prompt = document.createElement("p");
    const text = document.createElement("p");
    const actions = document.createElement("div");
    heading.textContent = entry.title;
    day.textContent = papers.day(entry.date);
    day.className = "ws-kept__day";
    prompt.textContent = entry.prompt;
    prompt.className = "ws-kept__prompt";
    prompt.hidden = !entry.prompt;
    text.textContent = entry.text;
    text.className = "ws-kept__text";
    actions.className = "ws-actions";

    // Other projects on the same host could write here too: lead nowhere but into this site.
    if (/^\w[\w/-]*\.html$/.test(entry.path)) {
      const link = document.createElement("a");
      link.className = "ws-button ws-button--quiet";
      link.href = new URL(`${entry.path}#write-${entry.id}`, deviceStorage.site).href;
      link.textContent = words.goOn ?? "";
      actions.append(link);
    }
    saveButtons(actions, [entry], words.text, words.markdown);
    actions.append(
      controls.button(words.erase, () =>
        controls.ask(item, words.eraseAsk, words.yes, words.no, () => {
          deviceStorage.texts.erase(entry.id);
          tabStorage.forget(entry.id);
          show(words.gone);
        }),
      ),
    );
    for (const one of actions.children) controls.name(/** @type {HTMLElement} */ (one), heading);
    item.append(heading, day, prompt, text, actions);
    return item;
  };

  /** Check-ins have a page of their own, where each can be seen and erased. @param {number} count */
  const others = (count) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = words.checkIn ?? "";
    link.textContent = (words.checkIns ?? "").replace("{n}", String(count));
    item.className = "ws-link";
    item.append(link);
    return item;
  };

  /** @param {string} [said] */
  const show = (said) => {
    const entries = deviceStorage.texts.all();
    const checkIns = deviceStorage.checkIns.all().length;
    list.replaceChildren(...entries.map(shown), ...(checkIns ? [others(checkIns)] : []));
    tools.replaceChildren();
    say(said ?? (location.protocol === "file:" ? words.file : entries.length + checkIns ? "" : words.empty));
    if (said) page.focus();
    if (!entries.length && !checkIns) return;
    if (entries.length) {
      saveButtons(tools, entries, words.allText, words.allMarkdown);
      tools.append(controls.button(words.print, () => window.print()));
    }
    tools.append(
      controls.button(words.eraseAll, () =>
        controls.ask(tools, words.eraseAllAsk, words.yes, words.no, () => {
          deviceStorage.eraseAll();
          tabStorage.dropAll();
          show(words.erasedAll);
        }),
      ),
    );
  };

  page.tabIndex = -1; // takes the focus when the button that had it is gone
  page.dataset.ready = "";
  show();
  addEventListener("storage", () => show()); // erased or written in another tab
  addEventListener("pageshow", (event) => event.persisted && show());
})();
