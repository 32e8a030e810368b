// Takes the pictures of the manual again: KITH_PROGRAM=target/debug/kith node tests/browser/pictures.mjs
//
// Each is one window of the demo as it stands; a picture may weigh 150 kB at most.
import assert from "node:assert/strict";
import { mkdir, stat } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { openBrowser } from "./browser.mjs";
import { Desk } from "./desk.mjs";
import { Demo } from "./demo.mjs";

const FOLDER = fileURLToPath(new URL("../../docs/guide/pictures/", import.meta.url));
const MOST_BYTES = 150_000;

const COORDINATOR = { width: 1200, height: 900, who: "coordinator", of: "portage-falls" };
const press = (name) => async (page) => desk.press(page, page.getByRole("main").getByRole("link", { name }).first());
const PICTURES = [
  { name: "council", at: "/portage-falls/work/councils", then: press(/work and language/i), ...COORDINATOR },
  { name: "who-we-are-ar", at: "/portage-falls/ar/who-we-are", width: 390, height: 844, lang: "ar" },
  { name: "today", at: "/portage-falls/work", ...COORDINATOR, height: 760 },
  { name: "missing", at: "/portage-falls/work/councils/composition", then: (page) => toHeading(page, /^(one is|\d+ are) missing/i), ...COORDINATOR },
];

// Puts a heading to the top of the window.
async function toHeading(page, name) {
  await page.getByRole("heading", { name }).first().evaluate((heading) => heading.scrollIntoView({ block: "start" }));
}

await mkdir(FOLDER, { recursive: true });
const browser = await openBrowser();
const demo = new Demo();
const desk = new Desk(browser, demo, "pictures");
try {
  for (const { name, at, then = () => {}, ...how } of PICTURES) {
    const page = await desk.open(at, how);
    if (how.who) await desk.inEnglish(page);
    await then(page);
    await page.evaluate(() => document.fonts.ready);
    const path = `${FOLDER}${name}.png`;
    await page.screenshot({ path, scale: "css", animations: "disabled" });
    const { size } = await stat(path);
    assert.ok(size <= MOST_BYTES, `${name}.png weighs ${size} bytes`);
    console.log(`${name}.png, ${size} bytes`);
  }
  desk.assertQuiet();
} finally {
  await desk.leave();
  await demo.close();
  await browser.close();
}
