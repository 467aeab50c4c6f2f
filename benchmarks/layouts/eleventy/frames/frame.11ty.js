// The frame of every page.
import { link, plain } from "../words.js";

const MENU = [["index.html", "Write"], ["prompts/index.html", "Prompts"], ["techniques/index.html", "Ways of writing"], ["worksheets/index.html", "Worksheets"], ["resources/index.html", "Find help"], ["for-therapists.html", "For therapists"], ["about.html", "About"]];

export function render({ title, description, content, page }) {
  const menu = MENU.map(([url, name]) => `<li>${link(url, name)}</li>`).join("");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${plain(title)} - A Few Lines</title>
<link rel="canonical" href="https://example.org/writing${page.url}">
<meta name="description" content="${plain(description)}">
</head>
<body>
<a href="#main">Skip to content</a>
<header>${link("resources/crisis-line.html", "Talk to someone now")}
<nav aria-label="Main"><ul>${menu}</ul></nav></header>
<main id="main">${content}</main>
<footer><nav aria-label="Menu"><ul>${menu}</ul></nav>
<p>Writing to do on your own or with a therapist. Not treatment, and not an emergency service.</p></footer>
</body>
</html>
`;
}
