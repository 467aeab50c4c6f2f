// @ts-check
// Crisis card above search results while the query matches danger words (custom element `ws-danger`). All of it happens in the
// page: nothing that is typed is sent or kept.
(() => {
  const { catalogue, dangerWords } = ws;
  const PAUSE = 250; // milliseconds without a key before the numbers are said
  /** @typedef {[action: string, href: string, menu: string, keyword: string]} Way */
  /** @typedef {{title: string, lead: string, more: string, page: string, lines: [string, Way[]][]}} Card */

  /** @param {string} text @param {string} href */
  const link = (text, href) => Object.assign(controls.element("a", "ws-contact__action", text), { href });

  /**
   * A call button that says in a list of links whom it reaches.
   * @param {string} name
   * @param {Way} way
   */
  const button = (name, [action, href, , keyword]) => {
    const item = controls.element("li", "ws-contact");
    const reach = link(action, /^[a-z]+:/.test(href) ? href : new URL(href, catalogue.top).href);
    const at = keyword ? action.indexOf(keyword) : -1;
    if (at >= 0) {
      // A browser that translates the page has to leave the word to send as it is.
      const word = Object.assign(controls.element("span", "", keyword), { translate: false });
      reach.replaceChildren(action.slice(0, at), word, action.slice(at + keyword.length));
    }
    if (/\p{L}/u.test(name)) reach.setAttribute("aria-label", `${action}: ${name}`);
    item.append(reach);
    return item;
  };

  class Danger extends HTMLElement {
    /** @param {Card} card */
    fill({ title, lead, more, page, lines }) {
      const section = controls.element("section", "ws-crisis ws-danger");
      const heading = controls.element("h2", "ws-danger__title", title);
      heading.id = "ws-danger-title";
      section.setAttribute("aria-labelledby", heading.id);
      section.append(heading, controls.element("p", "ws-danger__lead", lead));
      for (const [name, ways] of lines) {
        const list = controls.element("ul", "ws-contacts");
        list.append(...ways.map((way) => button(name, way)));
        if (/\p{L}/u.test(name)) section.append(controls.element("p", "ws-danger__name", name));
        section.append(list);
        for (const [, , menu] of ways) if (menu) section.append(controls.element("p", "ws-contact__note", menu));
      }
      const rest = controls.element("p", "ws-link");
      rest.append(Object.assign(controls.element("a", "", more), { href: new URL(page, catalogue.top).href }));
      section.append(rest);
      section.hidden = true;
      this.card = section;
      this.said = `${title}. ${lines.map(([, ways]) => ways.map(([action]) => action).join(", ")).join(", ")}`;
      this.status = controls.element("p", "visually-hidden");
      this.status.setAttribute("role", "status");
      this.className = "ws-prose";
      this.append(this.status, section);
    }

    /** Shows the card or takes it away; a screen reader is told once, after a pause. @param {boolean} wanted */
    show(wanted) {
      if (!this.card || !this.status || this.card.hidden === !wanted) return;
      this.card.hidden = !wanted;
      clearTimeout(this.pause);
      const { status, said = "" } = this;
      this.pause = setTimeout(() => (status.textContent = wanted ? said : ""), PAUSE);
    }
  }
  customElements.define("ws-danger", Danger);

  /** @type {WeakSet<Element>} */
  const watched = new WeakSet();
  /** @type {Promise<{read: (text: string) => string, card: Card}> | undefined} */
  let coming;

  /** Looks at a field from now on. The card comes first in the place that the field names, or follows it. @param {HTMLInputElement} field */
  const watch = async (field) => {
    if (watched.has(field)) return;
    watched.add(field);
    coming ??= catalogue.load("danger").then((value) => ({ read: dangerWords(value), card: value.card }));
    const { read, card } = await /** @type {NonNullable<typeof coming>} */ (coming).catch((error) => {
      coming = undefined;
      watched.delete(field);
      throw error;
    });
    const shown = /** @type {Danger} */ (document.createElement("ws-danger"));
    shown.fill(card);
    const place = field.closest(".ws-search")?.querySelector("[data-danger]");
    if (place) place.prepend(shown);
    else (field.closest("label") ?? field).after(shown);
    const look = () => shown.show(Boolean(read(field.value)));
    field.addEventListener("input", look);
    field.form?.addEventListener("reset", () => setTimeout(look));
    look();
  };

  ws.watch = watch;
})();
