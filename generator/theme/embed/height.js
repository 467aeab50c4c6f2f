// @ts-check
// A card in a frame of somebody else's page. It tells that page how high it is, in the words in which
// WordPress listens; where a frame may open nothing, it asks WordPress to follow a link. It keeps nothing.
(() => {
  if (parent === window) return;
  const secret = /(?:^|[?&])secret=(\w+)/.exec(location.hash.replace(/^#/, ""))?.[1];

  /** @param {"height" | "link"} message @param {number | string} value */
  const tell = (message, value) => parent.postMessage({ message, value, secret }, "*");

  let told = 0;
  new ResizeObserver(() => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (height !== told) tell("height", (told = height));
  }).observe(document.body);

  // A secret means WordPress, whose frames may open nothing, neither a page nor a phone, and which
  // follows links to the card's own site only. So all else leads to the page with all the numbers.
  if (!secret) return;
  for (const words of document.querySelectorAll("[data-in-sandbox]")) words.removeAttribute("hidden");
  const crisis = new URL(document.body.dataset.crisis ?? "", location.href).href;

  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("a");
    if (!link) return;
    event.preventDefault();
    const followed = /^https?:$/.test(link.protocol) && link.host === location.host;
    tell("link", followed ? link.href : crisis);
  });
})();
