// The first page: a way to each mood.
import { link } from "./words.js";

export const data = { title: "A Few Lines", permalink: "index.html" };

export const render = ({ library }) => `<h1>A Few Lines</h1><ul>${library.lists.find(({ url }) => url === "moods/index.html").members.map(({ url, title }) => `<li>${link(url, title)}</li>`).join("")}</ul>`;
