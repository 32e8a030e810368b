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
const missing = { at: "/portage-falls/work/councils/composition", then: (page) => toHeading(page, /missing$|manque/i), main: true, ...COORDINATOR, height: 700 };
const today = { at: "/portage-falls/work", ...COORDINATOR, height: 760 };
const press = (name) => async (page) => desk.press(page, page.getByRole("main").getByRole("link", { name }).first());
const PICTURES = [
  { name: "council", at: "/portage-falls/work/councils", then: press(/work and language/i), ...COORDINATOR, height: 1090 },
  { name: "who-we-are-ar", at: "/portage-falls/ar/who-we-are", width: 390, height: 844, lang: "ar" },
  { name: "today", ...today },
  { name: "today-fr", ...today, speak: "Français" },
  { name: "missing", ...missing },
  { name: "missing-fr", ...missing, speak: "Français" },
];

// Puts the first heading of the third level with this name to the top of the window.
async function toHeading(page, name) {
  await page.getByRole("heading", { name, level: 3 }).first().evaluate((heading) => heading.scrollIntoView({ block: "start" }));
}

// Tells the account to speak this language, and shows the page again.
async function speaking(desk, page, ownName) {
  const button = page.getByRole("banner").getByRole("button", { name: ownName });
  if ((await button.count()) > 0) await desk.press(page, button);
}

await mkdir(FOLDER, { recursive: true });
const browser = await openBrowser();
const demo = new Demo();
const desk = new Desk(browser, demo, "pictures");
try {
  for (const { name, at, then = () => {}, main = false, speak = "English", ...how } of PICTURES) {
    const page = await desk.open(at, how);
    if (how.who) await speaking(desk, page, speak);
    await then(page);
    await page.evaluate(() => document.fonts.ready);
    const path = `${FOLDER}${name}.png`;
    const { x, width } = await page.getByRole("main").boundingBox();
    const clip = main ? { x, y: 0, width, height: how.height } : undefined;
    await page.screenshot({ path, clip, scale: "css", animations: "disabled" });
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
