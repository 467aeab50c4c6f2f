// Reads {"index", "most"} from its first line; then of each line, a list of queries, writes the addresses for
// each in the order in which they are shown.
import { createInterface } from "node:readline";

await import("../../generator/theme/js/pages/search-rank.js");
const { groupHits, ranker } = globalThis.ws;
let answer;
for await (const line of createInterface({ input: process.stdin })) {
  const said = JSON.parse(line);
  if (answer) {
    process.stdout.write(`${JSON.stringify(said.map(answer))}\n`);
    continue;
  }
  const { index, most } = said;
  const rank = ranker(index);
  const address = ([group, url]) => (index.groups[group] === index.groups[3] && !url.includes("/") ? index.prompt.replace("{id}", url) : url);
  answer = (query) => {
    const hits = rank(query);
    return hits.length ? groupHits(hits, index.entries, most).flatMap(({ shown }) => shown.map(({ place }) => address(index.entries[place]))) : [];
  };
}
