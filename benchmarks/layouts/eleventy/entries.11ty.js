// A page for each other entry, or kind of listings.
import { plain, words } from "./words.js";

export const data = {
  pagination: { data: "library.entries", size: 1, alias: "shown", addAllPagesToCollections: false },
  permalink: ({ shown }) => shown.url,
  eleventyComputed: { title: ({ shown }) => shown.title, description: ({ shown }) => shown.entry.summary },
};

export const render = ({ shown: { title, entry } }) => `<h1>${plain(title)}</h1>${words(entry)}`;
