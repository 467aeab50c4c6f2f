// Looks for what the oldest browsers that we keep do not have in style sheets. They are named in package.json, under
// browserslist. What is let through is something that a page may lack there, or that has a stand-in.
import { readFileSync } from "node:fs";
import features from "stylelint-no-unsupported-browser-features";

const { browserslist } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf-8"));

export default {
  plugins: [features],
  rules: {
    // Sizes of type and rounded corners are those of css/tokens.css; what goes with the text around it is in em.
    "declaration-property-value-disallowed-list": {
      "font-size": [/^[\d.]+rem$/],
      "border-radius": [/(^|\s)[\d.]+(rem|px)$/],
    },
    "plugin/no-unsupported-browser-features": [
      true,
      {
        browsers: browserslist,
        ignorePartialSupport: true,
        ignore: [
          "css-has", // css/older.css and js/has-fallback.js stand in where it matters
          "css-focus-visible", // by touch nothing is missed; the browser's own ring stays
          "css-media-scripting", // keeps room for buttons that come later: without it the page moves a little
          "css-resize", // a corner to pull at, beside growing by itself
          "css-widows-orphans", // a line alone on a page
          "css-paged-media", // margins and numbers of pages: the browser has its own
          "viewport-unit-variants", // stands after the same length in a plain unit
          "css-scroll-behavior", // smooth scrolling, an ornament
          "css-content-visibility", // speed only
          "css-color-adjust", // a pale tint on paper
        ],
      },
    ],
  },
  // Forms and sheets are set in the measures of paper; cards for other pages have no tokens.
  overrides: [
    {
      files: ["**/worksheet*.css", "**/embed.css", "**/print.css"],
      rules: { "declaration-property-value-disallowed-list": null },
    },
  ],
};
