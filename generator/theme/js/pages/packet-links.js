// @ts-check
// "Add to a packet" links: carry the packet of this URL fragment along, or the chosen facets, and add this one
// item.
addEventListener("click", ({ target }) => {
  const link = target instanceof Element && target.closest("a[data-packet]");
  if (!(link instanceof HTMLAnchorElement)) return;
  const here = location.hash;
  if (/^#packet=/.test(here)) link.hash = here.replace(/&end=.*/, "") + link.hash.replace(/^#packet=1/, "");
  else if (!link.hash && here.includes("=")) link.hash = here;
});
