// The index that a search in the browser would load.
export const data = { permalink: "search.json", layout: null };

export const render = ({ library }) => JSON.stringify([...library.prompts, ...library.entries].map(({ url, title, entry }) => ({ url, title, text: entry.task ?? entry.summary ?? "", terms: entry.search_terms ?? [] })));
