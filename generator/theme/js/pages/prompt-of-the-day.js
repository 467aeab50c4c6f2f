// @ts-check
// Prompt of the day (custom element `ws-today`). The HTML holds that of the day on which the site was built; on any other day of
// the reader's own calendar the card changes, also while the page stays open past midnight.
(() => {
  const { catalogue } = ws;

  class Today extends HTMLElement {
    connectedCallback() {
      document.addEventListener("visibilitychange", this.look);
      this.look();
    }

    disconnectedCallback() {
      document.removeEventListener("visibilitychange", this.look);
      clearTimeout(this.waiting);
    }

    look = () => {
      const now = new Date();
      const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
      clearTimeout(this.waiting);
      this.waiting = setTimeout(this.look, midnight.getTime() - now.getTime() + 500);
      if (localDate(now) !== this.dataset.day) this.change(localDate(now)).catch(() => {});
    };

    /** @param {string} day */
    async change(day) {
      const days = await catalogue.load("days");
      const id = catalogue.ofTheDay(Object.keys(days.pool), day);
      const card = await catalogue.card(days, days.pool[id]);
      const item = this.querySelector("li");
      if (!item) return;
      catalogue.fillCard(item, card);
      this.dataset.day = day;
    }
  }

  customElements.define("ws-today", Today);
})();
