// While an author writes: shows the new site as soon as it stands, or what is wrong in what was saved.
// Only the server of "writing-site serve" adds this to pages.
(() => {
  /**
   * How things stand on the server; generator/serve/live_reload.py.
   * @typedef {{ site: number, is_building: boolean, mistakes: string, as_before: boolean }} Now
   */

  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  let shown = Number(script.dataset.site);
  const note = document.createElement("aside");
  note.className = "ws-live";
  note.setAttribute("role", "status");
  note.tabIndex = 0; // it may have to be scrolled
  /** @type {EventSource | null} */
  let news = null;

  /** @param {Now} now */
  function tell(now) {
    if (now.site === shown + 1 && now.as_before) shown = now.site;
    if (now.site !== shown) location.reload();
    const text = now.mistakes ? `Not shown yet:\n${now.mistakes}` : now.is_building ? "Building …" : "";
    if (note.textContent !== text) note.textContent = text;
    note.hidden = text === "";
    note.classList.toggle("ws-live--wrong", now.mistakes !== "");
  }

  // A browser keeps few connections to one server: pages that nobody sees need none.
  function listen() {
    news?.close();
    news = null;
    if (document.hidden) return;
    news = new EventSource(`/~live/events?page=${location.pathname}`);
    news.onmessage = (event) => tell(JSON.parse(event.data));
  }

  note.hidden = true;
  document.body.append(note);
  document.addEventListener("visibilitychange", listen);
  listen();
})();
