// Reads {"vocabulary", "texts"} from its input and writes what danger-words.js makes of each text.
import { readFileSync } from "node:fs";

await import("../../generator/theme/js/pages/danger-words.js");
const { vocabulary, texts } = JSON.parse(readFileSync(0, "utf8"));
const read = globalThis.ws.dangerWords(vocabulary);
process.stdout.write(JSON.stringify(texts.map(read)));
