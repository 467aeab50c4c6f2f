// @ts-check
// What the tasks need of a browser, whichever it is, and how they find things in a page: by role and by
// the words that are seen, as a reader does.

/**
 * @typedef {object} Browser one window of one browser
 * @property {string} name
 * @property {() => Promise<unknown>} fresh go on in a new tab, without what the last one went through
 * @property {(url: string) => Promise<unknown>} go
 * @property {() => Promise<unknown>} back
 * @property {() => Promise<string>} address
 * @property {(selector: string | null) => Promise<unknown>} enter a frame, or the page again
 * @property {(source: string, values: unknown[]) => Promise<any>} run a function, given as its source
 * @property {(source: string, values: unknown[]) => Promise<unknown>} click what a function finds
 * @property {(text: string) => Promise<unknown>} type where the focus is
 * @property {(key: string) => Promise<unknown>} press a key by its name
 * @property {() => string[]} heard errors that the browser itself told since the last time
 * @property {() => Promise<unknown>} quit
 */

const PATIENCE = 8_000; // milliseconds; a busy machine is slow

/** Runs in the page: the first thing of a role whose name begins with `name` and that can be seen. */
const find = (/** @type {string} */ role, /** @type {string} */ name, /** @type {string} */ within) => {
  const selectors = {
    link: "a[href]",
    button: "button, summary",
    textbox: "textarea, input:not([type]), input[type=text], input[type=search]",
    checkbox: "input[type=checkbox]",
    radio: "input[type=radio]",
    heading: "h1, h2, h3",
  };
  const clean = (/** @type {string | null | undefined} */ text) => (text ?? "").replace(/\s+/g, " ").trim();
  const called = (/** @type {any} */ el) => {
    const by = el.getAttribute("aria-labelledby")?.split(" ").map((/** @type {string} */ id) => document.getElementById(id)?.textContent);
    const labels = [...(el.labels ?? [])].map((label) => label.textContent);
    return clean(by?.join(" ") || el.getAttribute("aria-label") || labels.join(" ") || el.textContent || el.placeholder);
  };
  const seen = (/** @type {Element} */ el) => {
    const box = el.getBoundingClientRect();
    // What is folded away has a place in older Firefox, but is not seen.
    const folded = el.closest("details:not([open])");
    const behind = folded && !el.closest("summary") && el.checkVisibility?.() === false;
    return box.width > 1 && box.height > 1 && getComputedStyle(el).visibility === "visible" && !behind && !el.closest("[inert]");
  };
  for (const el of document.querySelectorAll(/** @type {any} */ (selectors)[role])) {
    if (within && !el.closest(within)) continue;
    const label = /** @type {any} */ (el).labels?.[0];
    const shown = /checkbox|radio/.test(role) && label ? label : el; // what one taps
    if (shown && seen(shown) && called(el).startsWith(name)) return shown;
  }
  return null;
};

/** @param {Browser} browser @param {string} base address of the site */
export const tab = (browser, base) => {
  /** Waits until a function in the page gives something. @param {string | Function} what @param {unknown[]} values */
  const until = async (what, ...values) => {
    const end = Date.now() + PATIENCE;
    const asked = `(...values) => { const found = (${what})(...values); return found instanceof Node || found; }`;
    for (;;) {
      const found = await browser.run(asked, values).catch((error) => {
        if (Date.now() > end) throw error; // the page may just be changing
      });
      if (found) return found;
      if (Date.now() > end) throw new Error(`waited in vain for ${values.length ? "" : what}${JSON.stringify(values)} at ${await browser.address()}`);
      await new Promise((done) => setTimeout(done, 50));
    }
  };
  const there = `(...what) => Boolean((${find})(...what))`;
  const place = `(...what) => {
    const found = (${find})(...what);
    return found && JSON.stringify(found.getBoundingClientRect()) + found.outerHTML;
  }`;

  const press = async (/** @type {string} */ role, /** @type {string} */ name, within = "") => {
    for (let before = null, tries = 0; ; tries += 1) {
      // Lists are filled while one looks: what is pressed has to stand still first.
      const now = await until(place, role, name, within);
      if (now === before || tries > 20) break;
      before = now;
      await new Promise((done) => setTimeout(done, 150));
    }
    await browser.click(String(find), [role, name, within]);
  };

  return {
    base,
    browser,
    until,
    /** @param {string} path */
    open: (path) => browser.go(`${base}${path}`),
    /** @param {string} role @param {string} name @param {string} [within] a selector */
    sees: (role, name, within = "") => until(there, role, name, within),
    /** @param {string} role @param {string} name @param {string} [within] a selector */
    press,
    /** Answers a question; a second press where the last one was, in 0.7 seconds, is no answer. @param {string} name */
    answer: async (name) => {
      do await press("button", name, ".ws-ask");
      while (await browser.run(`() => document.querySelector(".ws-ask") !== null`, []));
    },
    /** Waits for words on the page. @param {string} words */
    reads: (words) => until((/** @type {string} */ text) => document.body.innerText.includes(text), words),
    /** Waits for a part of the address. @param {string} part */
    at: (part) => until((/** @type {string} */ text) => location.href.includes(text), part),
    /** @param {Function} what @param {unknown[]} values */
    look: (what, ...values) => browser.run(String(what), values),
  };
};

/** @typedef {ReturnType<typeof tab>} Tab */
