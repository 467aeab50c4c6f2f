// A page for each prompt.
import { FACETS } from "./library.js";
import { link, plain, words } from "./words.js";

export const data = {
  pagination: { data: "library.prompts", size: 1, alias: "shown", addAllPagesToCollections: false },
  permalink: ({ shown }) => shown.url,
  eleventyComputed: { title: ({ shown }) => shown.title, description: ({ shown }) => shown.entry.task },
};

export function render({ shown: { title, entry, set, setTitle, technique }, library: { labels } }) {
  const facts = FACETS.map((facet) => `<dt>${facet}</dt><dd>${[entry[facet] ?? []].flat().map((term) => link(`${facet}/${term}.html`, labels[`${facet}/${term}`] ?? term)).join(" ")}</dd>`);
  return `<h1>${plain(title)}</h1>
<p>${link("prompts/index.html", "Prompts")} › ${link(`sets/${set}.html`, setTitle)}</p>
<p>${plain(entry.task)}</p>
<h2>An idea, if you want one</h2>
<p>${words(entry.text)}</p>
${entry.follow_ups ? `<h2>If you want to go on</h2>${words(entry.follow_ups)}` : ""}
<h2 id="write">Write here</h2>
${entry.starter ? `<p>You can begin with: ${plain(entry.starter)}</p>` : ""}
<textarea rows="7" aria-labelledby="write"></textarea>
<h2>After writing</h2>
${entry.closing ? `<p>${plain(labels[`closings/${entry.closing}`])}</p>` : ""}
<aside aria-label="About this prompt"><p>${words(entry.purpose)}</p>
<dl>${facts.join("")}</dl>
${entry.choose_another_if ? `<ul>${entry.choose_another_if.map((reason) => `<li>${plain(labels[`stop-reasons/${reason}`])}</li>`).join("")}</ul>` : ""}
<p>${link(`techniques/${technique}.html`, technique)}</p></aside>`;
}
