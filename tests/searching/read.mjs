// Reads the vocabulary from its first line; then of each line, a list of texts, writes what danger-words.js
// makes of each.
import { createInterface } from "node:readline";

await import("../../generator/theme/js/pages/danger-words.js");
let read;
for await (const line of createInterface({ input: process.stdin })) {
  const said = JSON.parse(line);
  if (read) process.stdout.write(`${JSON.stringify(said.map(read))}\n`);
  else read = globalThis.ws.dangerWords(said);
}
