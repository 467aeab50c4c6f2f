// @ts-check
// WebKit, driven over WebDriver: WebKitGTK's driver and its bare browser, which needs a display.
import { spawn } from "node:child_process";
import { Builder, Key } from "selenium-webdriver";

/** @typedef {import("./browser.mjs").Browser} Browser */

const PORT = 20_000 + (process.pid % 20_000);

/** @param {string} program @returns {Promise<Browser>} */
export const webkit = async (program) => {
  const server = spawn("WebKitWebDriver", [`--port=${PORT}`], { stdio: "ignore" });
  const builder = new Builder().usingServer(`http://127.0.0.1:${PORT}`).withCapabilities({
    browserName: "MiniBrowser",
    unhandledPromptBehavior: "accept", // the question before leaving
    "webkitgtk:browserOptions": { binary: program, args: ["--automation"] },
  });
  const driver = await started(() => builder.build());
  await driver.manage().window().setRect({ width: 1000, height: 800 });
  const capabilities = await driver.getCapabilities();

  return {
    name: `${capabilities.get("browserName")} ${capabilities.get("browserVersion")}`,
    fresh: async () => {
      const last = await driver.getWindowHandle();
      await driver.switchTo().newWindow("tab");
      const next = await driver.getWindowHandle();
      await driver.switchTo().window(last);
      await driver.close();
      await driver.switchTo().window(next);
    },
    go: async (url) => {
      await driver.switchTo().defaultContent();
      await driver.get(url);
    },
    back: () => driver.executeScript("history.back()"),
    address: () => driver.executeScript("return location.href"),
    enter: async (selector) => {
      await driver.switchTo().defaultContent();
      if (selector) await driver.switchTo().frame(await driver.findElement({ css: selector }));
    },
    run: (source, values) => driver.executeScript(`return (${source})(...arguments)`, ...values),
    click: async (source, values) => {
      const found = /** @type {any} */ (await driver.executeScript(`return (${source})(...arguments)`, ...values));
      await driver.executeScript("arguments[0].scrollIntoView({ block: 'center' })", found);
      // The driver's own click refuses what lies under an invisible box to tick; a pointer does not.
      await driver.actions().move({ origin: found }).click().perform();
    },
    type: (text) => driver.actions().sendKeys(text).perform(),
    press: (key) => driver.actions().sendKeys(/** @type {any} */ (Key)[key.toUpperCase()] ?? key).perform(),
    heard: () => [],
    quit: async () => {
      await driver.quit().catch(() => {});
      server.kill();
    },
  };
};

/** What `make` gives once the driver listens. @template T @param {() => Promise<T>} make @returns {Promise<T>} */
const started = async (make) => {
  for (let tries = 0; ; tries += 1) {
    try {
      return await make();
    } catch (error) {
      if (tries > 40) throw error;
      await new Promise((done) => setTimeout(done, 250));
    }
  }
};
