// Looks for what the oldest browsers that we keep do not have: in the language (es-x) and in what browsers offer to
// scripts (compat). They are named in package.json, under browserslist; content/pages/for-clinics.md tells readers.
import { readFileSync } from "node:fs";
import compat from "eslint-plugin-compat";
import es from "eslint-plugin-es-x";

const { browserslist } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf-8"));

// New on iterators, but old on arrays, which is where we use them.
const ofArrays = ["every", "filter", "find", "flatmap", "foreach", "map", "reduce", "some"].map((name) => `es-x/no-iterator-prototype-${name}`);

export default [
  es.configs["flat/restrict-to-es2021"],
  compat.configs["flat/recommended"],
  {
    languageOptions: { ecmaVersion: 2022, sourceType: "script" },
    settings: { browsers: browserslist, "es-x": { aggressive: true } }, // a method is known by its name, whatever it is called on
    rules: {
      ...Object.fromEntries(ofArrays.map((rule) => [rule, "off"])),
      "es-x/no-class-instance-fields": "off", // Chrome 72, Safari 14.1
    },
  },
];
