// @ts-check
// "My pages": lists what is kept in localStorage, with export, erase and a way back to the prompt.

(() => {
  const page = document.querySelector(".ws-kept");
  const list = page?.querySelector(".ws-kept__list");
  const tools = page?.querySelector(".ws-kept__tools");
  const status = page?.querySelector("[role=status]");
  if (!(page instanceof HTMLElement) || !list || !tools || !status) return;
  const words = page.dataset;
  const trouble = deviceStorage.trouble(); // once: another tab that looks would be answered by this one

  /** @typedef {Entry & {id: string}} SavedEntry */

  const announce = (/** @type {string | undefined} */ text) => {
    status.textContent = text ?? "";
  };

  /**
   * @param {Element} place
   * @param {SavedEntry[]} entries
   * @param {string | undefined} text
   * @param {string | undefined} markdown
   */
  const saveButtons = (place, entries, text, markdown) => {
    const save = (/** @type {string} */ ending, /** @type {(entry: Entry) => string} */ as) =>
      textFiles.download(`${words.name}-${localDate()}.${ending}`, entries.map(as).join("\n\n"));
    place.append(
      controls.button(text, () => save("txt", textFiles.asText)),
      controls.button(markdown, () => save("md", textFiles.asMarkdown)),
    );
  };

  /** @param {SavedEntry} entry @param {number} _at @param {SavedEntry[]} entries */
  const entryRow = (entry, _at, entries) => {
    const item = document.createElement("li");
    const heading = document.createElement("h2");
    const day = document.createElement("p");
    const prompt = document.createElement("p");
    const text = document.createElement("p");
    const actions = document.createElement("div");
    heading.textContent = entry.title;
    day.textContent = textFiles.formatDateTime(entry.date);
    day.className = "ws-kept__day";
    prompt.textContent = entry.prompt;
    prompt.className = "ws-kept__prompt";
    prompt.hidden = !entry.prompt;
    text.textContent = entry.text;
    text.className = "ws-kept__text";
    text.dir = "auto";
    text.translate = false; // it would be sent to a server
    actions.className = "ws-actions";

    // Other projects on the same host could write here too: lead nowhere but into this site.
    if (/^\w[\w/-]*(\.html)?$/.test(entry.path)) {
      const link = document.createElement("a");
      link.className = "ws-button ws-button--quiet";
      link.href = new URL(`${entry.path}#write-${entry.id}`, deviceStorage.site).href;
      link.textContent = words.goOn ?? "";
      actions.append(link);
    }
    saveButtons(actions, [entry], words.text, words.markdown);
    actions.append(
      controls.button(words.erase, () =>
        confirmation(item, words.eraseAsk, words.yes, words.no, () => {
          deviceStorage.texts.erase(entry.id);
          tabStorage.forget(entry.id);
          render(words.gone);
        }),
      ),
    );
    // Several texts of one prompt are told apart by their days.
    const one = entries.filter(({ title }) => title === entry.title).length === 1;
    const what = one ? [heading] : [heading, day];
    for (const action of actions.children) controls.labelByElements(/** @type {HTMLElement} */ (action), ...what);
    item.append(heading, day, prompt, text, actions);
    item.dataset.id = entry.id;
    return item;
  };

  /** Check-ins have a page of their own, where each can be seen and erased. @param {number} count */
  const others = (count) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = words.checkIn ?? "";
    link.textContent = formatMessage(words.checkIns, { n: count });
    item.className = "ws-link";
    item.append(link);
    return item;
  };

  /** @param {string} [said] */
  const render = (said) => {
    const entries = deviceStorage.texts.all();
    const checkIns = deviceStorage.checkIns.all().length;
    list.replaceChildren(...entries.map(entryRow), ...(checkIns ? [others(checkIns)] : []));
    tools.replaceChildren();
    announce(said ?? (entries.length + checkIns ? "" : (words[trouble] ?? words.empty)));
    if (said) page.focus();
    if (!entries.length && !checkIns) return;
    if (entries.length) {
      saveButtons(tools, entries, words.allText, words.allMarkdown);
      tools.append(controls.button(words.print, () => window.print()));
    }
    tools.append(
      controls.button(words.eraseAll, () =>
        confirmation(tools, words.eraseAllAsk, words.yes, words.no, () => {
          deviceStorage.eraseAll();
          tabStorage.dropAll();
          render(words.erasedAll);
        }),
      ),
    );
  };

  page.tabIndex = -1; // takes the focus when the button that had it is gone
  page.dataset.ready = "";
  render();
  /** Shows what another tab erased or wrote, and leaves a question open and the focus where it was. */
  const syncWithOtherTabs = () => {
    if (page.querySelector(".ws-ask")) return;
    const had = document.activeElement;
    const id = had?.closest("li")?.dataset.id;
    const at = had?.parentElement ? [...had.parentElement.children].indexOf(had) : -1;
    const inside = page.contains(had);
    render();
    if (!inside || page.contains(had)) return;
    const row = [...list.children].find((item) => /** @type {HTMLElement} */ (item).dataset.id === id);
    const again = (id ? row?.querySelector(".ws-actions") : tools)?.children[at];
    (again instanceof HTMLElement ? again : page).focus();
  };
  addEventListener("storage", (event) => deviceStorage.isOwnEvent(event) && syncWithOtherTabs());
  addEventListener("pageshow", (event) => event.persisted && render());
})();
