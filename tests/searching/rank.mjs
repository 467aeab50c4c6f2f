// Reads {"index", "queries", "most"} and writes, for each query, the addresses in the order in which they
// are shown, each with its group.
import { readFileSync } from "node:fs";

await import("../../generator/theme/js/pages/search-rank.js");
const { index, queries, most } = JSON.parse(readFileSync(0, "utf8"));
const { grouped, ranker } = globalThis.ws;
const began = performance.now();
const rank = ranker(index);
const ready = performance.now();
const address = ([group, url]) => (index.groups[group] === index.groups[3] && !url.includes("/") ? index.prompt.replace("{id}", url) : url);
const answers = queries.map((query) => {
  const hits = rank(query);
  return hits.length ? grouped(hits, index.entries, most).flatMap(({ shown }) => shown.map(({ place }) => address(index.entries[place]))) : [];
});
const took = { ready: ready - began, each: (performance.now() - ready) / queries.length };
process.stdout.write(JSON.stringify({ answers, took }));
