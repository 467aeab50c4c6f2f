// @ts-check
// Does every task in one window of another browser, and prints a line of JSON for each:
//
//   node tools/engines/run.mjs firefox /usr/bin/firefox-esr SITE EXIT CLINIC
//
// {"task", "seconds", "failed": string | null, "trouble": [string]}. SITE is the address of the site on a
// server that notes trouble (tests/browser/reporting_server.py); EXIT that of one with the button to leave; CLINIC
// that of pages on another origin with cards in their frames, as WordPress makes them.
import { TASKS } from "./tasks.mjs";
import { tab } from "./browser.mjs";
import { firefox } from "./firefox.mjs";
import { webkit } from "./webkit.mjs";

const [engine, program, site, exit, clinic] = process.argv.slice(2);
const say = (/** @type {unknown} */ line) => process.stdout.write(`${JSON.stringify(line)}\n`);
const noted = async () => [...browser.heard(), ...(await (await fetch(new URL("/trouble", site))).json())];

const browser = await { firefox, webkit }[engine](program);
say({ browser: browser.name });
try {
  for (const [task, run] of Object.entries(TASKS)) {
    const start = Date.now();
    let failed = null;
    await run(tab(browser, site), { exit, clinic }).catch((error) => (failed = String(error.stack ?? error)));
    await browser.enter(null).catch(() => {});
    await browser.fresh();
    say({ task, seconds: (Date.now() - start) / 1000, failed, trouble: await noted() });
  }
} finally {
  await browser.quit();
}
