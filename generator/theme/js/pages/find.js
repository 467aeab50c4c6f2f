// @ts-check
// Faceted browsing: several facets at once, with disjunction within a facet and conjunction between them. In the HTML each value is a link to its own page; here the links
// become boxes to tick, of the same size, and the cards below follow. What is chosen stands behind the #
// of the address, which is never sent anywhere; with data-forget it stands nowhere.
(() => {
  const { catalogue } = ws;

  const plural = new Intl.PluralRules(document.documentElement.lang);

  class Find extends HTMLElement {
    /** @type {Choice} */
    choice = {};
    /** @type {number[]} */
    places = [];
    turn = 0;
    /** Whether a prompt may be shown at all: a page that also searches for words changes this. @type {(place: number) => boolean} */
    fits = () => true;

    connectedCallback() {
      this.toggleAttribute("data-waiting", !this.forgets && location.hash.includes("="));
      const ended = () => this.removeAttribute("data-waiting");
      // Where the cards are all in the HTML, a script of the page brings the facts and calls begin().
      if (this.hasAttribute("data-here")) setTimeout(ended, 3000);
      else catalogue.table().then((facts) => this.isConnected && this.begin(facts)).catch(ended);
    }

    disconnectedCallback() {
      removeEventListener("popstate", this.follow);
    }

    /** A piece that its callers know to be there, or ask for with a question mark. @param {string} name @returns {HTMLElement} */
    piece(name) {
      return /** @type {HTMLElement} */ (this.querySelector(`[data-part="${name}"]`));
    }

    /** @param {Facts} facts */
    begin(facts) {
      if (this.facts) return;
      this.facts = facts;
      this.model = this.piece("cards").querySelector("li")?.cloneNode(true);
      this.querySelectorAll("[data-facet] [data-term]").forEach((link) => this.upgrade(link));
      this.piece("more")?.addEventListener("click", () => this.more());
      this.piece("any")?.addEventListener("click", () => this.surprise());
      this.piece("show")?.addEventListener("click", () => this.unfold());
      this.piece("clear").addEventListener("click", () => {
        this.choose({});
        this.heading.focus();
      });
      addEventListener("popstate", this.follow);
      this.querySelectorAll("[data-ready]").forEach((part) => part.removeAttribute("hidden"));
      this.follow();
    }

    /** The facts, for what begins only when they are there. */
    get table() {
      return /** @type {Table} */ (this.facts);
    }

    get heading() {
      return this.piece("heading");
    }

    get forgets() {
      return this.hasAttribute("data-forget");
    }

    follow = () => {
      if (!this.forgets) this.choice = location.hash.includes("=") ? catalogue.parseChoice(location.hash) : {};
      this.show(Boolean(Object.keys(this.choice).length) || this.started);
    };

    /** A box to tick in the place of a link. @param {Element} link */
    upgrade(link) {
      const label = document.createElement("label");
      const box = document.createElement("input");
      label.className = link.className;
      box.type = "checkbox";
      box.className = "visually-hidden";
      box.name = /** @type {HTMLElement} */ (link.closest("[data-facet]")).dataset.facet ?? "";
      box.value = /** @type {HTMLElement} */ (link).dataset.term ?? "";
      const words = document.createElement("span"); // beside the box, so that its look can follow from it
      // The box has them as its name, so that they are one stop for those who read on, not three.
      words.setAttribute("aria-hidden", "true");
      words.append(...link.childNodes);
      words.querySelector(".visually-hidden")?.remove();
      box.dataset.words = words.firstChild?.textContent?.trim();
      label.append(box, words);
      link.replaceWith(label);
      box.addEventListener("change", () => this.choose(this.ticked()));
    }

    /** @returns {NodeListOf<HTMLInputElement>} */
    get boxes() {
      return this.querySelectorAll("[data-facet] input");
    }

    /** @returns {Choice} */
    ticked() {
      /** @type {Choice} */
      const choice = {};
      for (const box of this.boxes) if (box.checked) (choice[box.name] ??= []).push(box.value);
      return choice;
    }

    /** @param {Choice} choice */
    choose(choice) {
      this.choice = choice;
      if (!this.forgets) {
        const { pathname, search } = location;
        history.pushState(null, "", catalogue.formatChoice(choice) || pathname + search);
      }
      this.show();
    }

    /** @param {boolean} [draw] whether the cards have to be drawn; those in the HTML fit no choice */
    show(draw = true) {
      const { places, count } = catalogue.match(this.table, this.choice);
      for (const box of this.boxes) {
        const many = count(box.name, box.value);
        const shown = box.parentElement?.querySelector(".ws-chip__count");
        if (shown && shown.textContent !== String(many)) shown.textContent = String(many);
        box.setAttribute("aria-label", [box.dataset.words, shown && this.counted(many)].filter(Boolean).join(", "));
        box.checked = Boolean(this.choice[box.name]?.includes(box.value));
        box.parentElement?.toggleAttribute("data-none", many === 0 && !box.checked);
      }
      this.places = places.filter(this.fits);
      this.say();
      this.tags();
      this.piece("none").hidden = this.places.length > 0;
      // Where all that fits is deep there is nothing to choose: that is for those who ask for it.
      this.piece("any")?.toggleAttribute("hidden", catalogue.randomPlace(this.table, this.choice) < 0);
      if (!draw) {
        if (this.piece("more")) this.piece("more").hidden = this.places.length <= this.step;
        return;
      }
      this.started = true;
      this.draw(0, this.step);
    }

    get step() {
      return Number(this.dataset.step);
    }

    /** How many, in words: 97 prompts. @param {number} many */
    counted(many) {
      const forms = JSON.parse(this.dataset.count ?? "{}");
      return formatMessage(forms[plural.select(many)] ?? forms.other, { n: many });
    }

    say() {
      const text = this.counted(this.places.length);
      this.piece("status").textContent = text;
      if (this.piece("show")) this.piece("show").textContent = formatMessage(this.dataset.show, { count: text });
    }

    /** The chosen values, each with a button that takes it away. */
    tags() {
      const list = this.piece("chosen");
      const chosen = [...this.boxes].filter((box) => box.checked);
      this.piece("clear").hidden = chosen.length === 0;
      if (!list) return;
      list.hidden = chosen.length === 0;
      list.replaceChildren(...chosen.map((box) => {
        const [item, button] = [document.createElement("li"), document.createElement("button")];
        button.type = "button";
        button.className = "ws-chip ws-chip--remove";
        button.textContent = box.nextElementSibling?.firstChild?.textContent?.trim() ?? "";
        button.setAttribute("aria-label", formatMessage(this.dataset.remove, { name: button.textContent }));
        button.addEventListener("click", () => {
          box.checked = false;
          this.choose(this.ticked());
          this.heading.focus();
        });
        item.append(button);
        return item;
      }));
    }

    /**
     * Cards from one number to another, each as soon as it is there.
     * @param {number} from
     * @param {number} to
     */
    async draw(from, to) {
      const turn = ++this.turn;
      const list = this.piece("cards");
      const fragment = this.forgets ? "" : catalogue.formatChoice(this.choice);
      const cards = this.places.slice(from, to).map((place) => catalogue.card(this.table, place));
      cards.forEach((card) => card.catch(() => {}));
      this.piece("more").hidden = this.places.length <= to;
      if (!cards.length) list.replaceChildren();
      for (const [number, coming] of cards.entries()) {
        const card = await coming.catch(() => null);
        if (turn !== this.turn) return;
        if (from === 0 && number === 0) list.replaceChildren();
        if (!card) continue;
        const item = /** @type {HTMLElement} */ (this.model?.cloneNode(true));
        catalogue.fillCard(item, card, fragment);
        list.append(item);
        if (from > 0 && number === 0) item.querySelector("a")?.focus();
      }
      this.removeAttribute("data-waiting");
    }

    more() {
      const shown = this.piece("cards").children.length;
      this.draw(shown, shown + this.step);
    }

    async surprise() {
      const place = catalogue.randomPlace(this.table, this.choice);
      if (place < 0) return;
      const [url] = await catalogue.card(this.table, place);
      location.assign(new URL(url, catalogue.top).href + catalogue.formatChoice(this.choice));
    }

    /** Back from the choices to what they found. */
    unfold() {
      this.piece("fold")?.removeAttribute("open");
      this.heading.scrollIntoView();
      this.heading.focus({ preventScroll: true });
    }
  }

  customElements.define("ws-find", Find);
})();
