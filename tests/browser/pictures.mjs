// Takes the pictures of the manual again: KITH_PROGRAM=target/debug/kith node tests/browser/pictures.mjs [NAME …]
//
// Each is one window of the demo as it stands, in English and in French unless it says otherwise. pngquant (Debian has it) gives
// each its own palette; so reduced, a picture may weigh 60 kB at most.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdir, readdir, readFile, stat } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { openBrowser } from "./browser.mjs";
import { Desk } from "./desk.mjs";
import { Demo } from "./demo.mjs";

const GUIDE = fileURLToPath(new URL("../../docs/guide/", import.meta.url));
const FOLDER = `${GUIDE}pictures/`;
const README = fileURLToPath(new URL("../../README.md", import.meta.url));
const SHEET = fileURLToPath(new URL("../../crates/demo/sheets/portage-falls-contacts.csv", import.meta.url));
const MOST_BYTES = 60_000;
const COLOURS = "32";
const run = promisify(execFile);
const wanted = process.argv.slice(2);

const WORK = "/portage-falls/work";
const COORDINATOR = { width: 1200, height: 760, who: "coordinator", of: "portage-falls" };
const ENGLISH = { ending: "", lang: "en", speak: "English" };
const FRENCH = { ending: "-fr", lang: "fr", speak: "Français" };
const BOTH = [ENGLISH, FRENCH];

const main = (page) => page.getByRole("main");
const follow = (name) => async (page) => desk.press(page, main(page).getByRole("link", { name }).first());
const row = (page) => desk.press(page, main(page).getByRole("table").getByRole("link").last());
const firstRow = (page) => desk.press(page, main(page).getByRole("table").getByRole("row").nth(1).getByRole("link").first());
const submit = (page) => desk.press(page, main(page).locator("form.stack").first().locator("button.btn").first());

// Hands the demo's sheet in, as far as its columns are asked about.
async function toColumns(page) {
  await page.locator("input[type=file]").setInputFiles(SHEET);
  await submit(page);
}

// The rows of that sheet, compared with what is kept.
async function toRows(page) {
  await toColumns(page);
  await submit(page);
  await toTop(page, "table");
}

// What is shown: at an address, after some steps; `clip: "main"` leaves out what stands beside the main part.
const PICTURES = [
  // First: each sign-in after it would stand on it.
  { name: "account", at: "/sign-in/devices?lang={lang}", ...COORDINATOR, width: 900, height: 900 },
  { name: "council", at: `${WORK}/councils`, then: follow(/work and language/i), ...COORDINATOR, height: 1090, in: [ENGLISH] },
  { name: "who-we-are", at: "/portage-falls/ar/who-we-are", width: 390, height: 844, in: [{ ending: "-ar", lang: "ar" }] },
  { name: "today", at: WORK, ...COORDINATOR },
  { name: "missing", at: `${WORK}/councils/composition`, then: (page) => toHeading(page, /missing$|manque/i), clip: "main", ...COORDINATOR, height: 700 },
  { name: "columns", at: `${WORK}/import/partners`, then: toColumns, clip: "main", ...COORDINATOR },
  { name: "rows", at: `${WORK}/import/partners`, then: toRows, clip: "main", ...COORDINATOR, width: 1440 },
  { name: "partner", at: `${WORK}/partners/riverside-settlement-centre`, clip: "main", ...COORDINATOR, height: 1000 },
  { name: "request", at: `${WORK}/outreach/joining`, then: row, clip: "main", ...COORDINATOR, height: 1000 },
  { name: "growth", at: `${WORK}/outreach/growth`, clip: "main", ...COORDINATOR },
  { name: "signatories", at: `${WORK}/declarations`, clip: "main", ...COORDINATOR, width: 1440, height: 900 },
  { name: "declaration", at: "/portage-falls/{lang}/declaration", width: 900, height: 1100 },
  { name: "documents", at: `${WORK}/declarations/documents/overview`, clip: "main", ...COORDINATOR, height: 700 },
  { name: "plan", at: `${WORK}/plan`, clip: "main", ...COORDINATOR, height: 1000 },
  { name: "quarters", at: `${WORK}/plan/quarters`, clip: "main", ...COORDINATOR, width: 1440, height: 800 },
  { name: "action", at: `${WORK}/plan/table?state=stalled`, then: firstRow, clip: "main", ...COORDINATOR, height: 1100 },
  { name: "our-plan", at: "/portage-falls/{lang}/our-plan", width: 900, height: 1100 },
  { name: "accounts", at: `${WORK}/accounts`, clip: "main", ...COORDINATOR, height: 700 },
];

// Puts the first of these to the top of the window.
async function toTop(page, selector) {
  await main(page).locator(selector).first().evaluate((one) => one.scrollIntoView({ block: "start" }));
}

// Puts the first heading of the third level with this name to the top of the window.
async function toHeading(page, name) {
  await page.getByRole("heading", { name, level: 3 }).first().evaluate((heading) => heading.scrollIntoView({ block: "start" }));
}

// Tells the account to speak this language, and shows the page again.
async function speaking(desk, page, ownName) {
  const button = page.getByRole("banner").getByRole("button", { name: ownName });
  if ((await button.count()) > 0) await desk.press(page, button);
}

// One picture in one language.
async function take({ name, at, then = () => {}, clip, in: _, ...how }, { ending, lang, speak }) {
  const page = await desk.open(at.replace("{lang}", lang), { lang, ...how });
  if (how.who) await speaking(desk, page, speak);
  await then(page);
  await page.evaluate(() => document.fonts.ready);
  const path = `${FOLDER}${name}${ending}.png`;
  const { x, width } = await main(page).boundingBox();
  await page.screenshot({ path, clip: clip && { x, y: 0, width, height: how.height }, scale: "css", animations: "disabled" });
  await page.context().close();
  await run("pngquant", ["--force", "--ext", ".png", "--strip", "--speed", "1", "--nofs", COLOURS, path]);
  const { size } = await stat(path);
  assert.ok(size <= MOST_BYTES, `${name}${ending}.png weighs ${size} bytes`);
  console.log(`${name}${ending}.png, ${size} bytes`);
}

// Each picture that is taken stands in a chapter, each that stands there is taken, and nothing else lies in the folder.
async function everyPictureIsShown() {
  const taken = PICTURES.flatMap((one) => (one.in ?? BOTH).map(({ ending }) => `${one.name}${ending}.png`)).sort();
  const chapters = (await readdir(GUIDE)).filter((name) => name.endsWith(".md")).map((name) => GUIDE + name);
  const texts = await Promise.all([README, ...chapters].map((path) => readFile(path, "utf8")));
  const shown = texts.flatMap((text) => [...text.matchAll(/!\[[^\]]+\]\([^)]*pictures\/([^)]+)\)/g)].map(([, name]) => name));
  assert.deepEqual([...new Set(shown)].sort(), taken, "the chapters show other pictures than are taken");
  assert.deepEqual((await readdir(FOLDER)).sort(), taken, "the folder holds others");
}

await mkdir(FOLDER, { recursive: true });
const browser = await openBrowser();
const demo = new Demo();
const desk = new Desk(browser, demo, "pictures");
try {
  for (const picture of PICTURES.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
    for (const language of picture.in ?? BOTH) await take(picture, language);
  }
  desk.assertQuiet();
  await everyPictureIsShown();
} finally {
  await desk.leave();
  await demo.close();
  await browser.close();
}
