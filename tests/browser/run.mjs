// Runs the browser cases: node tests/browser/run.mjs [PART OF A NAME …]
//
// A case is a named async function that a file in cases/ exports; it gets a desk (desk.mjs) to work at.
// A case that walks far says so (`seconds`), and may wait for KITH_FULL=1 (`full`).
// Each file has a demo server of its own with fresh data, started when a case first asks for it; two files run at a time.
import { readdir } from "node:fs/promises";
import { openBrowser } from "./browser.mjs";
import { Desk } from "./desk.mjs";
import { Demo } from "./demo.mjs";

const LIMIT_SECONDS = 90;
const LANES = 2;
const FULL = process.env.KITH_FULL === "1";
const wanted = process.argv.slice(2);
const folder = new URL("cases/", import.meta.url);

function withLimit(promise, seconds = LIMIT_SECONDS) {
  let timer;
  const limit = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`took longer than ${seconds} s`)), seconds * 1000);
  });
  return Promise.race([promise, limit]).finally(() => clearTimeout(timer));
}

async function runCase(desk, body) {
  try {
    await withLimit(body(desk), body.seconds);
    desk.assertQuiet();
    return null;
  } catch (failure) {
    await desk.picture();
    return failure;
  } finally {
    await desk.leave();
  }
}

// The cases of one file, one after the other.
async function runFile(file) {
  const cases = Object.entries(await import(new URL(file, folder))).filter(([, body]) => typeof body === "function");
  const demo = new Demo();
  for (const [name, body] of cases) {
    const title = `${file.replace(".mjs", "")}: ${name.replaceAll("_", " ")}`;
    if (wanted.length > 0 && !wanted.some((part) => title.includes(part.replaceAll("_", " ")))) continue;
    if (body.full && !FULL) continue;
    const begun = performance.now();
    const failure = await runCase(new Desk(browser, demo, title), body);
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    counts[failure ? "failed" : "passed"] += 1;
    if (failure) console.log(`not ok ${title} (${seconds} s)\n${failure.stack ?? failure}`);
    else console.log(`ok ${title} (${seconds} s)`);
  }
  await demo.close();
}

const counts = { passed: 0, failed: 0 };
const browser = await openBrowser();
try {
  const files = (await readdir(folder)).filter((name) => name.endsWith(".mjs")).sort();
  const lane = async () => {
    for (let file = files.shift(); file; file = files.shift()) await runFile(file);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
} finally {
  await browser.close();
}
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed > 0 || counts.passed === 0 ? 1 : 0;
