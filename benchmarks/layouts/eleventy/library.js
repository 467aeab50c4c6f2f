// Reads the library: entries with the addresses of their pages, and lists of forty prompts.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import yaml from "js-yaml";

export const FACETS = ["moods", "phases", "benefits", "settings", "intensity", "time"];
const PAGE = 40;

async function read(folder) {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".yaml")).sort();
  const all = await Promise.all(names.map(async (name) => ({
    id: name.replace(/\.yaml$/, ""),
    entry: yaml.load(await readFile(join(folder, name), "utf8"), { schema: yaml.CORE_SCHEMA }),
  })));
  return all.filter(({ entry }) => !entry.status);
}

export async function library(root) {
  const labels = {};
  for (const { id: taxonomy, entry } of await read(join(root, "taxonomy"))) {
    for (const term of entry.terms ?? []) labels[`${taxonomy}/${term.id}`] = term.label;
  }
  const sets = await read(join(root, "prompts"));
  const prompts = sets.flatMap(({ id, entry }) => entry.prompts.filter(({ status }) => !status).map((prompt) => ({
    url: `prompts/${prompt.id}.html`, title: prompt.title, entry: prompt, set: id, setTitle: entry.title, technique: entry.technique,
  })));
  const lists = sets.map(({ id, entry }) => ({ url: `sets/${id}.html`, title: entry.title, members: prompts.filter(({ set }) => set === id) }));
  const entries = [];
  for (const folder of ["techniques", "worksheets", "packets"]) {
    const found = (await read(join(root, folder))).map(({ id, entry }) => ({ url: `${folder}/${id}.html`, title: entry.title, entry }));
    entries.push(...found);
    lists.push(...parts(`${folder}/index`, folder, found));
  }
  for (const kind of (await readdir(join(root, "resources"))).sort()) {
    const found = await read(join(root, "resources", kind));
    entries.push({ url: `resources/${kind}.html`, title: kind, entry: found.map(({ entry }) => entry) });
  }
  const studies = await read(join(root, "studies"));
  entries.push({ url: "studies.html", title: "What research says", entry: studies.map(({ entry }) => entry) });
  lists.push(...parts("prompts/index", "Prompts", prompts));
  lists.push(...parts("resources/index", "Find help", entries.filter(({ url }) => url.startsWith("resources/"))));
  for (const facet of FACETS) {
    const members = {};
    for (const prompt of prompts) {
      for (const term of [prompt.entry[facet] ?? []].flat()) (members[term] ??= []).push(prompt);
    }
    const terms = Object.keys(members).sort();
    lists.push({ url: `${facet}/index.html`, title: facet, members: terms.map((term) => ({ url: `${facet}/${term}.html`, title: labels[`${facet}/${term}`] ?? term })) });
    for (const term of terms) lists.push(...parts(`${facet}/${term}`, labels[`${facet}/${term}`] ?? term, members[term]));
  }
  return { labels, prompts, entries, lists };
}

function parts(path, title, members) {
  const pages = Math.max(1, Math.ceil(members.length / PAGE));
  const address = (number) => `${path}${number ? `-page-${number + 1}` : ""}.html`;
  const others = Array.from({ length: pages }, (_, number) => address(number));
  return others.map((url, number) => ({ url, title, members: members.slice(number * PAGE, (number + 1) * PAGE), others }));
}
