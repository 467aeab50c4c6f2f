// @ts-check
// The main tasks of a reader, a writer and a therapist, each from the first page that it needs. Words and
// roles are those of the pages, so a task fails when its words are gone.
import assert from "node:assert/strict";

/** @typedef {import("./browser.mjs").Tab} Tab */

const SECRET = "Zebrafinch on the sill";

const pad = () => /** @type {HTMLTextAreaElement} */ (document.querySelector(".ws-pad textarea")).value;

/** @type {Record<string, (tab: Tab, places: {exit: string, clinic: string}) => Promise<unknown>>} */
export const TASKS = {
  "read a prompt": async (tab) => {
    await tab.open("index.html");
    await tab.press("link", "Give me a gentle one");
    await tab.at("/prompts/");
    await tab.sees("link", "Write here");
    await tab.sees("link", "Another prompt");
  },

  search: async (tab) => {
    const links = () => [...document.querySelectorAll(".ws-search__link")].filter((link) => /** @type {HTMLElement} */ (link).offsetParent);
    await tab.open("index.html");
    await tab.press("button", "Search", ".ws-search");
    await tab.browser.type("letter");
    await tab.until(`() => (${links})().length > 2`);
    await tab.until(() => /^\d+ found$/.test(document.querySelector(".ws-search [data-part=told]")?.textContent ?? ""));
    await tab.browser.press("Enter"); // to the first of what is found
    await tab.until(() => document.activeElement?.matches(".ws-search__link"));
    await tab.browser.press("Enter");
    await tab.until(() => !/\/(index\.html)?$/.test(location.pathname));
    await tab.until(() => /letter/i.test(document.querySelector("article")?.textContent ?? ""));
  },

  "search in danger": async (tab) => {
    await tab.open("prompts/index.html");
    await tab.press("button", "Search", ".ws-search");
    await tab.browser.type("kill myself");
    await tab.sees("link", "Call 988", ".ws-search");
    await tab.sees("link", "Call 911", ".ws-search");
    await tab.until(() => document.querySelector("ws-danger [role=status]")?.textContent);
    await tab.sees("link", "", ".ws-search__hit");
    const [card, found] = await tab.look(() =>
      [".ws-danger", ".ws-search__hit"].map((one) => document.querySelector(one)?.getBoundingClientRect().top));
    assert.ok(card < found, `the numbers, at ${card}, stand above what is found, at ${found}`);
  },

  "choose by feeling and time": async (tab) => {
    await tab.open("prompts/index.html");
    const shown = () => Number(/\d+/.exec(document.querySelector("[data-part=status]")?.textContent ?? "")?.[0]);
    const all = await tab.look(shown);
    // Folded away where a browser cannot show what is in a fold without opening it.
    const isFolded = () => Number(document.querySelector(".ws-find__fold > summary")?.getBoundingClientRect().height) > 1;
    if (await tab.look(isFolded)) await tab.press("button", "Choose by feeling or time");
    await tab.press("checkbox", "Overwhelmed");
    await tab.at("mood=overwhelmed");
    const some = await tab.look(shown);
    await tab.press("checkbox", "5 minutes");
    await tab.at("time=");
    const few = await tab.look(shown);
    assert.ok(all > some && some > few && few > 0, `${all} > ${some} > ${few} > 0`);
    await tab.press("button", "Take away: Overwhelmed");
    await tab.until(() => !location.href.includes("overwhelmed"));
    await tab.browser.back();
    await tab.at("overwhelmed");
    await tab.until(() => document.querySelector(".ws-card a"));
  },

  "write and keep": async (tab) => {
    await tab.open("techniques/lists.html");
    await tab.press("textbox", "Write here");
    await tab.browser.type(SECRET);
    assert.equal(await tab.look(pad), SECRET);
    await tab.press("button", "Keep on this device");
    await tab.answer("Keep it");
    await tab.reads("Kept on this device");
    await tab.open("writing.html");
    await tab.reads(SECRET);
    await tab.press("link", "Go on writing");
    await tab.at("techniques/lists.html");
    await tab.until((/** @type {string} */ text) => document.querySelector("textarea")?.value === text, SECRET);
    await tab.press("button", "Erase from this device");
    await tab.open("writing.html");
    await tab.reads("Nothing is kept on this device");
  },

  "write from a prompt's link": async (tab) => {
    await tab.open("prompts/one-thing-that-stayed.html");
    await tab.press("link", "Write here");
    await tab.browser.type("Three words here");
    assert.equal(await tab.look(pad), "Three words here");
  },

  timer: async (tab) => {
    await tab.open("techniques/lists.html");
    await tab.press("button", "Start", ".ws-timer");
    await tab.reads("About 5 minutes left");
    await tab.press("button", "Pause", ".ws-timer");
    await tab.press("button", "Go on", ".ws-timer");
    await tab.press("button", "Stop", ".ws-timer");
    await tab.sees("button", "Start", ".ws-timer");
  },

  "check-in": async (tab) => {
    await tab.open("check-in.html");
    await tab.press("textbox", "A word for how it is");
    await tab.browser.type("Stormy");
    await tab.press("radio", "4", ".ws-strength");
    await tab.press("button", "Keep on this device");
    await tab.answer("Keep it");
    await tab.until(() => document.querySelector(".ws-weeks__table")?.textContent?.includes("Stormy"));
    assert.ok(await tab.look(() => document.querySelector(".ws-weeks__picture .ws-mark") !== null));
    await tab.open("check-in.html");
    await tab.until(() => document.querySelector(".ws-weeks__table")?.textContent?.includes("Stormy"));
    await tab.press("button", "Erase all check-ins");
    await tab.answer("Erase it");
    await tab.reads("Every check-in is erased");
  },

  "packet to hand over": async (tab) => {
    await tab.open("packet.html");
    await tab.press("textbox", "Search prompts and worksheets");
    const many = () => document.querySelector("ws-find [data-part=status]")?.textContent;
    const all = await tab.until(many);
    await tab.browser.type("letter");
    await tab.until((/** @type {string} */ before) => {
      const now = document.querySelector("ws-find [data-part=status]")?.textContent;
      return now && now !== before && !document.querySelector("ws-find[data-waiting]");
    }, all);
    await tab.press("button", "Add:");
    await tab.at("#packet=1");
    await tab.reads("1 thing in the packet");
    const address = await tab.browser.address();
    const title = await tab.look(() => document.querySelector(".ws-packet__name")?.textContent?.trim());
    await tab.open("index.html");
    await tab.browser.go(address);
    await tab.reads("A packet to write from");
    await tab.reads(title);
  },

  "leave quickly": async (tab, { exit }) => {
    await tab.browser.go(`${exit}starting.html`);
    await tab.browser.go(`${exit}techniques/lists.html`);
    await tab.press("textbox", "Write here");
    await tab.browser.type(SECRET);
    await tab.press("link", "Exit this page");
    await tab.at("crisis.html");
    await tab.browser.back();
    // To the page before the one that was left, which is no longer in the history.
    await tab.at("starting.html");
    const left = await tab.look(() => [document.body.innerText, document.querySelector("textarea")?.value]);
    assert.ok(!left.join(" ").includes("Zebra"));
  },

  "come back after leaving quickly": async (tab, { exit }) => {
    await tab.browser.go(`${exit}techniques/lists.html`);
    await tab.press("textbox", "Write here");
    await tab.browser.type(SECRET);
    await tab.browser.go(`${exit}index.html`);
    await tab.press("button", "Search", ".ws-search");
    await tab.browser.type("He hits me");
    await tab.browser.go(`${exit}starting.html`);
    await tab.press("link", "Exit this page");
    await tab.at("crisis.html");
    for (const page of ["index.html", "techniques/lists.html"]) {
      await tab.browser.back();
      await tab.at(page);
      const typed = await tab.until(() => document.readyState === "complete" && JSON.stringify([...document.querySelectorAll("input, textarea")].map((field) => /** @type {any} */ (field).value)));
      assert.ok(!/Zebra|hits/.test(typed), `${page} shows ${typed}`);
    }
  },

  "come back to what was written since": async (tab) => {
    const text = () => document.readyState === "complete" && document.querySelector(".ws-pad__tools button") && /** @type {any} */ (document.querySelector(".ws-pad textarea")).value;
    await tab.open("techniques/lists.html");
    await tab.press("textbox", "Write here");
    await tab.browser.type("first");
    await tab.open("index.html");
    await tab.open("techniques/lists.html");
    assert.equal(await tab.until(text), "first");
    await tab.press("textbox", "Write here");
    await tab.browser.press("End");
    await tab.browser.type(" and second");
    await tab.browser.back();
    await tab.at("index.html");
    await tab.browser.back();
    await tab.at("lists.html");
    assert.equal(await tab.until(text), "first and second");
  },

  "come back to what was erased since": async (tab) => {
    await tab.open("techniques/lists.html");
    await tab.press("textbox", "Write here");
    await tab.browser.type(SECRET);
    await tab.press("button", "Keep on this device");
    await tab.answer("Keep it");
    await tab.reads("Kept on this device");
    await tab.open("index.html");
    await tab.reads("You have kept something on this device");
    await tab.open("writing.html");
    await tab.press("button", "Erase everything");
    await tab.answer("Erase");
    await tab.reads("Everything you had kept here is erased");
    await tab.browser.back();
    await tab.at("index.html");
    await tab.until(() => document.readyState === "complete");
    assert.ok(!(await tab.look(() => document.body.innerText)).includes("You have kept something"));
    await tab.browser.back();
    await tab.at("lists.html");
    await tab.sees("button", "Keep on this device");
    assert.equal(await tab.look(pad), "");
  },

  "fill in a worksheet": async (tab) => {
    await tab.open("worksheets/three-good-things.html");
    const field = "article textarea";
    await tab.until((/** @type {string} */ selector) => document.querySelector(selector), field);
    await tab.browser.click(String((/** @type {string} */ selector) => document.querySelector(selector)), [field]);
    await tab.browser.type(SECRET);
    assert.equal(await tab.look((/** @type {string} */ s) => /** @type {any} */ (document.querySelector(s)).value, field), SECRET);
    await tab.sees("button", "Print this sheet");
  },

  "a card in WordPress": async (tab, { clinic }) => {
    for (const name of ["crisis", "technique-lists", "prompt-of-the-day", "resources"]) {
      await tab.browser.go(`${clinic}${name}.html`);
      await tab.until(() => Number(document.querySelector("iframe")?.height) > 250);
      await tab.browser.enter("iframe");
      const look = await tab.look(() => [getComputedStyle(document.body).borderRadius, origin]);
      assert.notEqual(look[0], "0px", `${name} has its style`);
      assert.equal(look[1], "null", `${name} is in a sandbox`);
      if (name === "crisis") await tab.press("link", "Call 988");
      else await tab.press("link", "Not safe right now?");
      await tab.browser.enter(null);
      const told = await tab.until(() => /** @type {any} */ (window).links[0]);
      assert.equal(told, `${tab.base}crisis.html`);
    }
    await tab.browser.go(`${clinic}prompt-of-the-day.html`);
    await tab.browser.enter("iframe");
    await tab.until((/** @type {string} */ day) => /** @type {any} */ (document.querySelector("ws-today")).dataset.day === day, new Date().toLocaleDateString("sv"));
    await tab.browser.enter(null);
  },

  "numbers to call": async (tab) => {
    await tab.open("index.html");
    await tab.press("link", "Talk to someone now", ".ws-top");
    await tab.at("crisis.html");
    for (const href of ["tel:911", "tel:988", "sms:988"]) {
      await tab.until((/** @type {string} */ to) => document.querySelector(`article a[href="${to}"]`), href);
    }
    await tab.sees("link", "Call 911");
  },

  "dark colors": async (tab) => {
    await tab.open("index.html");
    const paper = () => getComputedStyle(document.body).backgroundColor;
    const before = await tab.look(paper);
    await tab.press("radio", "Dark", ".ws-colours");
    await tab.until((/** @type {string} */ light) => getComputedStyle(document.body).backgroundColor !== light, before);
    const chosen = await tab.look(paper);
    assert.notEqual(chosen, before);
    await tab.open("crisis.html");
    await tab.until((/** @type {string} */ color) => getComputedStyle(document.body).backgroundColor === color, chosen);
    // A page that was put away before takes the choice over.
    await tab.open("about.html");
    await tab.press("radio", "Light", ".ws-colours");
    await tab.until((/** @type {string} */ color) => getComputedStyle(document.body).backgroundColor !== color, chosen);
    await tab.browser.back();
    await tab.at("crisis.html");
    await tab.until((/** @type {string} */ color) => getComputedStyle(document.body).backgroundColor === color, before);
    assert.ok(await tab.look(() => /** @type {any} */ (document.querySelector(".ws-colours input[value=day]")).checked));
    await tab.look(() => localStorage.clear());
  },
};
