// @ts-check
// Search box: open, close, keyboard navigation. Ranking, results and index are loaded lazily, when the field
// gets the focus.
(() => {
  class Search extends HTMLElement {
    connectedCallback() {
      this.field = /** @type {HTMLInputElement} */ (this.querySelector("input"));
      this.panel = /** @type {HTMLElement} */ (this.querySelector(".ws-search__panel"));
      this.opener = /** @type {HTMLElement} */ (this.querySelector(".ws-search__opener"));
      this.opener.addEventListener("click", () => this.open());
      this.querySelector(".ws-search__closer")?.addEventListener("click", () => this.close(true));
      this.field.addEventListener("focus", () => this.wake());
      this.field.addEventListener("input", () => this.look());
      this.addEventListener("keydown", (event) => this.press(event));
      this.addEventListener("focusout", ({ relatedTarget }) => {
        if (relatedTarget instanceof Node && !this.contains(relatedTarget)) this.close();
      });
      document.addEventListener("pointerdown", ({ target }) => {
        if (target instanceof Node && !this.contains(target)) this.close();
      });
    }

    /** @param {string} name @returns {HTMLElement} */
    piece(name) {
      return /** @type {HTMLElement} */ (this.querySelector(`[data-part="${name}"]`));
    }

    open() {
      this.toggleAttribute("data-open", true);
      this.opener?.setAttribute("aria-expanded", "true");
      this.field?.focus();
    }

    /** @param {boolean} [back] whether the focus returns to where the search was opened */
    close(back = false) {
      if (this.panel) this.panel.hidden = true;
      this.toggleAttribute("data-open", false);
      this.opener?.setAttribute("aria-expanded", "false");
      if (!back) return;
      this.closing = true; // the field must not open again because the focus is back in it
      (this.opener?.offsetParent ? this.opener : this.field)?.focus({ preventScroll: true });
      this.closing = false;
    }

    /** Brings what finds, once; whoever typed meanwhile sees it then. */
    async wake() {
      if (this.closing) return;
      this.look();
      if (this.finds) return;
      const { loadScript } = ws;
      try {
        await Promise.all([loadScript("search-rank"), loadScript("search")]);
        this.finds = await ws.finder(this);
      } catch {
        this.finds = undefined;
        this.piece("count").textContent = this.dataset.failed ?? "";
        this.piece("help").hidden = false;
      }
      this.look();
    }

    look() {
      const query = this.field?.value ?? "";
      if (!this.panel) return;
      // Before anything is typed, the ways for which no word is needed.
      if (!query.trim()) this.piece("help").hidden = false;
      this.panel.hidden = query.trim() ? !(this.finds || this.piece("count").textContent) : !this.hasAttribute("data-open");
      if (!this.panel.hidden) this.toggleAttribute("data-open", true);
      this.finds?.(query);
    }

    /** Escape closes; the arrows walk from the field through what is found; Enter goes to the first of it. @param {KeyboardEvent} event */
    press(event) {
      const { key, target } = event;
      if (key === "Escape") {
        event.preventDefault();
        return void this.close(true);
      }
      const steps = /** @type {Record<string, number>} */ ({ ArrowDown: 1, ArrowUp: -1, Enter: target === this.field ? 1 : 0 });
      if (!steps[key] || !this.panel || this.panel.hidden) return;
      const links = [...this.panel.querySelectorAll("a, button")].filter((one) => one instanceof HTMLElement && one.offsetParent);
      const stops = [this.field, ...links];
      const next = stops[stops.indexOf(/** @type {HTMLElement} */ (target)) + steps[key]];
      event.preventDefault();
      if (next instanceof HTMLElement) next.focus();
    }
  }

  customElements.define("ws-search", Search);
})();
