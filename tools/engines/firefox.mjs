// @ts-check
// Firefox, driven over WebDriver BiDi by Puppeteer: it needs nothing but the browser.
import puppeteer from "puppeteer-core";

/** @typedef {import("./browser.mjs").Browser} Browser */

/** @param {string} program @returns {Promise<Browser>} */
export const firefox = async (program) => {
  const driver = await puppeteer.launch({ browser: "firefox", executablePath: program, headless: true });
  /** @type {string[]} */
  const heard = [];
  const opened = async () => {
    const page = await driver.newPage();
    await page.setViewport({ width: 1000, height: 800 });
    page.on("console", (message) => ["error", "warn"].includes(message.type()) && heard.push(message.text()));
    page.on("pageerror", (error) => heard.push(String(error)));
    page.on("dialog", (dialog) => dialog.accept().catch(() => {})); // the question before leaving
    return page;
  };
  let page = await opened();
  /** @type {any} */
  let frame = page.mainFrame();

  return {
    name: await driver.version(),
    fresh: async () => {
      const last = page;
      page = await opened();
      frame = page.mainFrame();
      await last.close();
    },
    go: async (url) => {
      frame = page.mainFrame();
      await page.goto(url, { waitUntil: "load" });
    },
    // Puppeteer's own waits for a load event, which a page from the back/forward cache does not send.
    back: () => page.evaluate(() => history.back()),
    address: async () => page.evaluate(() => location.href),
    enter: async (selector) => {
      frame = selector ? await (await page.waitForSelector(selector))?.contentFrame() : page.mainFrame();
    },
    run: (source, values) => frame.evaluate(`(${source})(...${JSON.stringify(values)})`),
    click: async (source, values) => {
      const found = await frame.evaluateHandle(`(${source})(...${JSON.stringify(values)})`);
      await found.asElement().click();
    },
    type: (text) => page.keyboard.type(text),
    press: (key) => page.keyboard.press(/** @type {any} */ (key)),
    heard: () => heard.splice(0),
    quit: () => driver.close(),
  };
};
