// @ts-check
// Redirect of the 404 page: a link to a packet whose # was percent-encoded on its way, perhaps twice, leads to no page.
(() => {
  const [, page, packet] = /^(.*packet(?:\.html)?)%(?:25)*23(packet.*)$/i.exec(location.pathname + location.search) ?? [];
  if (page) location.replace(`${page}#${packet}`);
})();
