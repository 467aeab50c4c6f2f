// The words of an entry as HTML, whatever their shape; plain ones need no Markdown.
import markdownIt from "markdown-it";

const markdown = markdownIt();
const MARKS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

export const plain = (text) => String(text ?? "").replace(/[&<>"]/g, (mark) => MARKS[mark]);
export const link = (url, title) => `<a href="/writing/${url}">${plain(title)}</a>`;

export function words(value) {
  if (Array.isArray(value)) return `<ul>${value.map((item) => `<li>${words(item)}</li>`).join("")}</ul>`;
  if (value && typeof value === "object") {
    return `<dl>${Object.entries(value).map(([name, inner]) => `<dt>${plain(name.replaceAll("_", " "))}</dt><dd>${words(inner)}</dd>`).join("")}</dl>`;
  }
  const text = String(value ?? "");
  return /[*[>\n]/.test(text) ? markdown.render(text) : plain(text);
}
