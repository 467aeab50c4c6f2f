// @ts-check
// Firefox, driven over WebDriver BiDi by Puppeteer: it needs nothing but the browser.
import puppeteer from "puppeteer-core";

/** @typedef {import("./browser.mjs").Browser} Browser */

/** @param {string} program @returns {Promise<Browser>} */
export const firefox = async (program) => {
  // The size of the window: older Firefox knows none of what Puppeteer sends to set a page's.
  const driver = await puppeteer.launch({
    browser: "firefox",
    executablePath: program,
    headless: true,
    defaultViewport: null,
    args: ["--width=1000", "--height=885"],
    // A third of the usual frames: painting without a graphics card, that is a fifth less work.
    extraPrefsFirefox: { "layout.frame_rate": 20 },
  });
  /** @type {string[]} */
  const heard = [];
  const opened = async () => {
    const page = await driver.newPage();
    page.on("console", (message) => ["error", "warn"].includes(message.type()) && heard.push(message.text()));
    page.on("pageerror", (error) => heard.push(String(error)));
    page.on("dialog", (dialog) => dialog.accept().catch(() => {})); // the question before leaving
    return page;
  };
  let page = await opened();
  /** @type {any} */
  let frame = page.mainFrame();
  /** @type {any} */
  let around = null;

  return {
    name: await driver.version(),
    fresh: async () => {
      const last = page;
      page = await opened();
      frame = page.mainFrame();
      around = null;
      await last.close();
    },
    go: async (url) => {
      frame = page.mainFrame();
      around = null;
      await page.goto(url, { waitUntil: "load" });
    },
    // Puppeteer's own waits for a load event, which a page from the back/forward cache does not send.
    back: () => page.evaluate(() => history.back()),
    address: async () => page.evaluate(() => location.href),
    enter: async (selector) => {
      around = selector ? await page.waitForSelector(selector) : null;
      frame = around ? await around.contentFrame() : page.mainFrame();
    },
    run: (source, values) => frame.evaluate(`(${source})(...${JSON.stringify(values)})`),
    click: async (source, values) => {
      const found = await frame.evaluateHandle(`(${source})(...${JSON.stringify(values)})`);
      // Where it stands is asked for here: older Firefox cannot tell Puppeteer where a frame stands in
      // its page.
      const within = await found.evaluate((/** @type {Element} */ node) => {
        node.scrollIntoView({ block: "center", behavior: "instant" });
        const { x, y, width, height } = node.getBoundingClientRect();
        return [x + width / 2, y + height / 2];
      });
      const outside = !around ? [0, 0] : await around.evaluate((/** @type {Element} */ node) => {
        const { x, y } = node.getBoundingClientRect();
        return [x + node.clientLeft, y + node.clientTop];
      });
      await page.mouse.click(within[0] + outside[0], within[1] + outside[1]);
    },
    type: (text) => page.keyboard.type(text),
    press: (key) => page.keyboard.press(/** @type {any} */ (key)),
    heard: () => heard.splice(0),
    quit: () => driver.close(),
  };
};
