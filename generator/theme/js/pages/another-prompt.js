// @ts-check
// Random prompt: turns the link "Another prompt" into one to a prompt picked at random. It keeps to the facets
// that were chosen on the way here (in the URL fragment) and never leads to a deep one by surprise.
(() => {
  class Another extends HTMLElement {
    connectedCallback() {
      this.addEventListener("click", this.leave);
    }

    disconnectedCallback() {
      this.removeEventListener("click", this.leave);
    }

    /** @param {MouseEvent} event */
    leave = async (event) => {
      const link = event.target instanceof Element && event.target.closest("a");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      const { catalogue } = ws;
      const fragment = location.hash.includes("=") ? location.hash : "";
      try {
        const facts = await catalogue.table();
        const choice = { ...catalogue.parseChoice(fragment), ...catalogue.parseChoice(this.dataset.only ?? "") };
        const address = async (/** @type {number} */ place) =>
          new URL((await catalogue.card(facts, place))[0], catalogue.top);
        let place = catalogue.randomPlace(facts, choice);
        let next = await address(place);
        // The same one again is no other one, unless there is none.
        if (deviceStorage.pathOf(next.href) === deviceStorage.pathOf()) {
          place = catalogue.randomPlace(facts, choice, (/** @type {number} */ other) => other !== place);
          if (place >= 0) next = await address(place);
        }
        location.assign(next.href + fragment);
      } catch {
        location.assign(link.href);
      }
    };
  }

  customElements.define("ws-another", Another);
})();
