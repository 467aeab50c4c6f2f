// The library as Eleventy's data, and our Markdown pages as its Markdown pages.
import { library } from "./library.js";

export default function (config) {
  config.addGlobalData("library", () => library("library"));
  config.addGlobalData("layout", "frame.11ty.js");
  config.addGlobalData("permalink", () => (data) => `${data.page.filePathStem.replace(/^\/library\/pages/, "")}.html`);
  config.ignores.add("node_modules");
  config.addWatchTarget("library");
  config.ignores.add("library/!(pages)/**");
  return { dir: { input: ".", includes: "frames", output: "public" }, markdownTemplateEngine: false, pathPrefix: "/writing/" };
}
