// A page for each list, or part of one.
import { link, plain } from "./words.js";

export const data = {
  pagination: { data: "library.lists", size: 1, alias: "shown", addAllPagesToCollections: false },
  permalink: ({ shown }) => shown.url,
  eleventyComputed: { title: ({ shown }) => shown.title },
};

export function render({ shown: { title, members, others = [] } }) {
  const items = members.map(({ url, title: name, entry }) => `<li>${link(url, name)}<p>${plain(entry?.task ?? entry?.summary)}</p></li>`);
  const numbers = others.length > 1 ? `<nav aria-label="Pages">${others.map((url, number) => link(url, number + 1)).join(" ")}</nav>` : "";
  return `<h1>${plain(title)}</h1><ul>${items.join("")}</ul>${numbers}`;
}
