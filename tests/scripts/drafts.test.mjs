// Every pair of the rules in drafts.js: what a text is (typed, kept, kept and changed) and what happens to it.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { run, Store } from "./page.mjs";

const PATH = "prompts/a.html";
const ABOUT = { title: "A", path: PATH, prompt: "Why?" };
const ROOT = "/writing/";

/** @type {Store} */
let device;
let ids = 0;

/** A tab of its own, with the site's scripts in it. */
const newTab = (session = new Store(), protocol = "http:") => {
  const classes = new Set();
  const around = {
    URL, DOMException, Object, Date, JSON,
    document: { currentScript: { src: `${protocol}//here${ROOT}assets/site.js` }, documentElement: { classList: { contains: (name) => classes.has(name) } } },
    location: { protocol, href: `${protocol}//here${ROOT}${PATH}` },
    window: { localStorage: device, sessionStorage: session },
  };
  const made = run(["storage.js", "pages/tab-storage.js", "pages/drafts.js"], "({ deviceStorage, tabStorage, drafts })", around);
  const leave = () => {
    for (const key of Object.keys(session)) session.removeItem(key); // as pages/exit.js does
    classes.add("ws-gone");
  };
  const open = (chosen) =>
    made.drafts.open(
      { shelf: made.deviceStorage.texts, tab: made.tabStorage, slot: PATH, now: () => `2026-11-2${++ids % 10}T10:00:00Z`, newId: () => `e${++ids}` },
      chosen,
    );
  return { ...made, session, leave, open };
};

const stored = () =>
  Object.entries(device).filter(([key]) => key.includes(".writing-")).map(([, value]) => JSON.parse(value).text).sort();
const idOf = (text) => Object.entries(device).find(([, value]) => JSON.parse(value).text === text)[0].split(".").pop();

/** Three texts in a tab: one typed, one kept, one kept and changed since. */
const made = (state, tab = newTab()) => {
  const draft = tab.open();
  draft.edit("one");
  if (state === "typed") return { tab, draft };
  assert.equal(draft.keep(ABOUT), "kept");
  if (state === "changed") draft.edit("one two");
  return { tab, draft };
};

beforeEach(() => (device = new Store()));

const CASES = {
  // reload, coming back, a tab that was put away: the page is opened again with what the tab holds
  "opened again": {
    act: ({ tab }) => tab.open(),
    typed: { text: "one", kept: false, device: [] },
    kept: { text: "one", kept: true, device: ["one"] },
    changed: { text: "one two", kept: true, device: ["one"] },
  },
  "opened in a new tab": {
    act: () => newTab().open(),
    typed: { text: "", kept: false, device: [] },
    kept: { text: "", kept: false, device: ["one"] },
    changed: { text: "", kept: false, device: ["one"] },
  },
  "the next key": {
    act: ({ draft }) => (draft.edit(`${draft.text}!`), draft.kept && draft.keep(ABOUT), draft),
    typed: { text: "one!", kept: false, device: [] },
    kept: { text: "one!", kept: true, device: ["one!"] },
    changed: { text: "one two!", kept: true, device: ["one two!"] },
  },
  "emptied by hand": {
    act: ({ draft }) => (draft.edit(""), draft.keep(ABOUT), draft),
    typed: { text: "", kept: false, device: [] },
    kept: { text: "", kept: false, device: ["one"] },
    changed: { text: "", kept: false, device: ["one"] },
  },
  "left quickly": {
    act: ({ tab, draft }) => (tab.leave(), draft.edit(""), draft.keep(ABOUT), draft),
    typed: { text: "", kept: false, device: [], held: 0 },
    kept: { text: "", kept: false, device: ["one"], held: 0 },
    changed: { text: "", kept: false, device: ["one"], held: 0 },
  },
  "left quickly, with words that a script still has": {
    act: ({ tab, draft }) => (tab.leave(), draft.edit("later"), draft.keep(ABOUT), newTab(tab.session).open()),
    typed: { text: "", kept: false, device: [], held: 0 },
    kept: { text: "", kept: false, device: ["one"], held: 0 },
    changed: { text: "", kept: false, device: ["one"], held: 0 },
  },
  "left quickly elsewhere in the tab, and come back to": {
    act: ({ tab, draft }) => (newTab(tab.session).leave(), draft.refresh(true), draft),
    typed: { text: "", kept: false, device: [], held: 0 },
    kept: { text: "", kept: false, device: ["one"], held: 0 },
    changed: { text: "", kept: false, device: ["one"], held: 0 },
  },
  "erased here": {
    act: ({ draft }) => (draft.erase(), draft),
    kept: { text: "one", kept: false, device: [] },
    changed: { text: "one two", kept: false, device: [] },
  },
  "erased here, then the next key": {
    act: ({ draft }) => (draft.erase(), draft.edit(`${draft.text}!`), draft.kept && draft.keep(ABOUT), draft),
    kept: { text: "one!", kept: false, device: [] },
    changed: { text: "one two!", kept: false, device: [] },
  },
  "erased in another tab, then the next key": {
    act: ({ draft }) => (newTab().deviceStorage.eraseAll(), draft.edit(`${draft.text}!`), assert.equal(draft.keep(ABOUT), "erased"), draft),
    kept: { text: "one!", kept: false, device: [] },
    changed: { text: "one two!", kept: false, device: [] },
  },
  "erased in another tab, then looked at": {
    act: ({ draft }) => (newTab().deviceStorage.eraseAll(), assert.equal(draft.refresh(false), "erased"), draft),
    kept: { text: "one", kept: false, device: [] },
    changed: { text: "one two", kept: false, device: [] },
  },
  "erased in another tab, then opened again": {
    act: ({ tab }) => (newTab().deviceStorage.eraseAll(), tab.open()),
    kept: { text: "one", kept: false, device: [] },
    changed: { text: "one two", kept: false, device: [] },
  },
  "everything erased in this tab, and come back to": {
    act: ({ tab, draft }) => (tab.deviceStorage.eraseAll(), tab.tabStorage.dropAll(), assert.equal(draft.refresh(true), "cleared"), draft),
    typed: { text: "", kept: false, device: [], held: 0 },
    kept: { text: "", kept: false, device: [], held: 0 },
    changed: { text: "", kept: false, device: [], held: 0 },
  },
  "its entry erased in this tab, and opened again": {
    act: ({ tab }) => {
      const id = idOf("one");
      tab.deviceStorage.texts.erase(id);
      tab.tabStorage.forget(id);
      return tab.open();
    },
    kept: { text: "", kept: false, device: [], held: 0 },
    changed: { text: "", kept: false, device: [], held: 0 },
  },
  "changed in another tab, then looked at": {
    act: ({ draft }) => (grow(), draft.refresh(false) === "both" && draft.keep(ABOUT), draft),
    kept: { text: "one and more", kept: true, device: ["one and more"] },
    changed: { text: "one two", kept: true, device: ["one and more", "one two"] },
  },
  "changed in another tab, then the next key": {
    act: ({ draft }) => (grow(), draft.edit(`${draft.text}!`), assert.equal(draft.keep(ABOUT), "both"), draft),
    kept: { text: "one!", kept: true, device: ["one and more", "one!"] },
    changed: { text: "one two!", kept: true, device: ["one and more", "one two!"] },
  },
  "changed in another tab, then opened again": {
    act: ({ tab }) => {
      grow();
      const draft = tab.open();
      if (draft.opened === "both") draft.keep(ABOUT);
      return draft;
    },
    kept: { text: "one and more", kept: true, device: ["one and more"] },
    changed: { text: "one two", kept: true, device: ["one and more", "one two"] },
  },
  cleared: {
    act: ({ draft }) => (draft.clear(), draft),
    typed: { text: "", kept: false, device: [], held: 0 },
    kept: { text: "", kept: false, device: ["one"], held: 0 },
    changed: { text: "", kept: false, device: ["one"], held: 0 },
  },
  "cleared, then written anew and kept": {
    act: ({ draft }) => (draft.clear(), draft.edit("new"), draft.keep(ABOUT), draft),
    typed: { text: "new", kept: true, device: ["new"] },
    kept: { text: "new", kept: true, device: ["new", "one"] },
    changed: { text: "new", kept: true, device: ["new", "one"] },
  },
  "no room on the device": {
    act: ({ draft }) => (device.setItem("theirs", "1"), (device.room = 5), draft.edit("longer"), assert.equal(draft.keep(ABOUT), "full"), draft),
    typed: { text: "longer", kept: false, device: [] },
    kept: { text: "longer", kept: true, device: ["one"] },
    changed: { text: "longer", kept: true, device: ["one"] },
  },
  "no room in the tab": {
    act: ({ tab, draft }) => ((tab.session.room = 5), draft.edit("longer"), assert.equal(draft.room, "full"), draft),
    typed: { text: "longer", kept: false, device: [], held: 1 },
    kept: { text: "longer", kept: true, device: ["one"], held: 1 },
    changed: { text: "longer", kept: true, device: ["one"], held: 1 },
  },
};

test("another text begins a new one, an edit does not", () => {
  const tab = newTab();
  const draft = tab.open();
  const long = "A long day, and then a longer night.";
  draft.edit(long);
  assert.equal(draft.keep(ABOUT), "kept");
  for (const edit of [`${long} And more.`, long, `Not ${long}`, long]) {
    assert.equal(draft.edit(edit), "", edit);
    assert.ok(draft.kept);
  }
  assert.equal(draft.edit("x"), "apart");
  assert.ok(!draft.kept);
  assert.equal(draft.edit("xy"), "");
  assert.equal(tab.open().text, "xy");
  assert.equal(draft.keep(ABOUT), "kept");
  assert.deepEqual(stored(), [long, "xy"]);
  assert.equal(draft.edit(""), "apart");
  assert.equal(draft.edit("Something else"), "");
  assert.deepEqual(stored(), [long, "xy"]);
});

const grow = () => {
  const other = newTab().open(idOf("one"));
  assert.equal(other.text, "one");
  other.edit("one and more");
  assert.equal(other.keep(ABOUT), "kept");
};

for (const [name, { act, ...states }] of Object.entries(CASES)) {
  for (const [state, right] of Object.entries(states)) {
    test(`${state}: ${name}`, () => {
      const before = made(state);
      const after = act(before);
      assert.equal(after.text, right.text);
      assert.equal(after.kept, right.kept);
      assert.deepEqual(stored(), right.device);
      if ("held" in right) assert.equal(Object.keys(before.tab.session).length, right.held);
    });
  }
}

test("pages opened as files hold and keep nothing, and say so", () => {
  const tab = newTab(new Store(), "file:");
  const draft = tab.open();
  assert.equal(draft.room, "file");
  draft.edit("one");
  assert.equal(draft.keep(ABOUT), "file");
  assert.equal(tab.session.length + device.length, 0);
});

test("where storage is refused, the text stays on the page and the reason is said", () => {
  device.room = -1;
  const session = new Store();
  session.room = -1;
  const draft = newTab(session).open();
  assert.equal(draft.room, "refused");
  draft.edit("one");
  assert.equal(draft.keep(ABOUT), "refused");
  assert.equal(draft.refresh(true), "");
  assert.equal(draft.text, "one");
});

test("going on with an entry leaves another text of the same page in the tab", () => {
  const { tab, draft } = made("kept");
  draft.clear();
  draft.edit("unfinished");
  const again = tab.open(idOf("one"));
  assert.equal(again.text, "one");
  again.edit("one two");
  assert.equal(tab.open().text, "unfinished");
  assert.equal(tab.open(idOf("one")).text, "one two");
});

/** A tab where somebody goes on with the kept text "one", while another text of the page may wait unkept. */
const goingOn = (waiting = "") => {
  const { tab, draft } = made("kept");
  const id = idOf("one");
  draft.clear();
  draft.edit(waiting);
  return { tab, id, draft: tab.open(id) };
};

test("a text that is no entry any more is found by a reload", () => {
  const ends = {
    erased: ({ draft }) => draft.erase(),
    "erased in another tab": ({ draft, id }) => (newTab().deviceStorage.texts.erase(id), assert.equal(draft.refresh(false), "erased")),
    cleared: ({ draft }) => draft.clear(),
    "taken away": ({ draft }) => assert.equal(draft.edit(""), "apart"),
  };
  for (const [name, end] of Object.entries(ends)) {
    device = new Store();
    const made = goingOn();
    end(made);
    assert.equal(made.draft.id, "", name);
    made.draft.edit("words of this night");
    assert.equal(made.tab.open().text, "words of this night", name);
    assert.equal(made.tab.session.length, 1, name);
  }
});

test("erased in another tab, the text is found under the address of its entry", () => {
  const { tab, id, draft } = goingOn("waiting");
  draft.edit("one two");
  newTab().deviceStorage.texts.erase(id);
  const again = tab.open(id);
  assert.equal(again.opened, "erased");
  assert.equal(again.text, "one two");
  assert.equal(tab.open().text, "one two");
  assert.ok(tab.open().more);
});

test("an entry can be opened again after another text was begun over it", () => {
  const { tab, id, draft } = goingOn();
  assert.equal(draft.edit(""), "apart");
  draft.edit("zq");
  const again = tab.open(id);
  assert.equal(again.text, "one");
  assert.ok(again.kept && again.more);
  assert.equal(again.showOther(), "back");
  assert.equal(again.text, "zq");
  assert.equal(tab.open().text, "zq");
  assert.deepEqual(stored(), ["one"]);
});

test("clearing an entry shows the text that waits, and writes nothing over it", () => {
  const { tab, draft } = goingOn("waiting");
  assert.ok(draft.more);
  assert.equal(draft.clear(), "next");
  assert.equal(draft.text, "waiting");
  draft.edit("waiting!");
  assert.equal(tab.open().text, "waiting!");
  assert.equal(draft.clear(), "cleared");
  assert.equal(tab.open().text, "");
  assert.equal(tab.session.length, 0);
});

test("several unkept texts of a page are each found, one after the other", () => {
  const { tab, id, draft } = goingOn("waiting");
  draft.erase();
  assert.equal(draft.text, "one");
  const third = newTab().open();
  third.edit("a third");
  third.keep(ABOUT);
  const last = tab.open(idOf("a third"));
  last.edit("");
  last.edit("over it");
  assert.equal(tab.open(id).text, "over it");
  const seen = new Set();
  for (let presses = 0; presses < 3; presses++) {
    seen.add(last.text);
    assert.equal(last.showOther(), "back");
    assert.equal(tab.open().text, last.text);
  }
  assert.deepEqual([...seen].sort(), ["one", "over it", "waiting"]);
  for (const left of [true, true, false]) {
    assert.equal(last.clear(), left ? "next" : "cleared");
  }
  assert.ok(!last.more);
});

test("an empty page takes up a text that waits", () => {
  const { tab, draft } = goingOn("waiting");
  assert.equal(draft.edit(""), "apart");
  assert.equal(draft.text, "");
  assert.equal(tab.open().text, "waiting");
});

test("kept as a second entry, it is found under that one", () => {
  const { tab, id, draft } = goingOn();
  draft.edit("one two");
  grow();
  assert.equal(draft.keep(ABOUT), "both");
  assert.notEqual(draft.id, id);
  assert.equal(tab.open(draft.id).text, "one two");
  assert.equal(tab.open(id).text, "one and more");
});

test("a page that comes back does not write over what was typed on its newer copy", () => {
  const { tab, draft } = made("typed");
  const newer = tab.open();
  newer.edit("one, and what came later");
  assert.equal(draft.refresh(true), "back");
  assert.equal(draft.text, "one, and what came later");
});

test("where the tab has no room for a second copy, both texts are still found", () => {
  const { tab, id, draft } = goingOn("a longer text that waits");
  tab.session.room = 50;
  draft.erase();
  tab.session.room = Infinity;
  const again = tab.open(id);
  assert.equal(again.text, "a longer text that waits");
  again.showOther();
  assert.equal(again.text, "one");
  tab.session.room = 5;
  again.edit("longer words");
  assert.equal(again.showOther(), "tabfull");
  assert.equal(again.text, "longer words");
});

test("what could not be kept is known as changed when the page is opened again", () => {
  const { tab, draft } = made("kept");
  device.setItem("theirs", "1");
  device.room = 5;
  draft.edit("one and much more");
  assert.equal(draft.keep(ABOUT), "full");
  const again = tab.open();
  assert.ok(again.kept && again.changed);
  assert.equal(again.keep(ABOUT), "full");
});

test("an entry that was emptied by an earlier version does not empty the page", () => {
  const { draft } = made("kept");
  const key = Object.keys(device)[0];
  device[key] = JSON.stringify({ ...JSON.parse(device[key]), text: "" });
  assert.equal(draft.refresh(false), "");
  assert.equal(draft.text, "one");
});

test("what others put into the storage does no harm", () => {
  const tab = newTab();
  for (const value of ["not JSON", '"a word"', '{"text": 1}', "[]", "null"]) {
    tab.session.setItem(`${ROOT}.tab-1.${PATH}`, value);
    assert.equal(tab.open().text, "");
  }
});
