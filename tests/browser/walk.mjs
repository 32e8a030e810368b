// Walks along the links: to one page of each shape, or to every page. A shape is the route that answers an address.
//
// On a walk to every page, each is opened and looked at in the smallest and the widest window. The dear looks (axe, the
// widths between) go to pages of every shape: the first SAMPLE of it, and each later one that is built of other parts
// than those before it. What was left out of them is said.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";

const NARROW = 320;
const WIDE = 1280;
const BETWEEN = [360, 390, 768];
const SAMPLE = 6;

// The addresses of pages as the program lists them: "/{p}/work/people/{person}".
const list = await readFile(new URL("../../crates/kith/routes.txt", import.meta.url), "utf8");
const ROUTES = list.split("\n").filter((line) => line.startsWith("GET ")).map((line) => line.split(/\s+/)[1]);

// The route that answers an address: of those that fit, the one with the fewest open parts.
export function shape(address) {
  const parts = address.split("/");
  const fits = (route) => {
    const wanted = route.split("/");
    return wanted.length === parts.length && wanted.every((part, at) => part.startsWith("{") || part === parts[at]);
  };
  const open = (route) => route.split("{").length;
  return ROUTES.filter(fits).sort((one, other) => open(one) - open(other))[0] ?? address;
}

// The addresses below `root` that a page links to, without what stands behind their question marks. Files apart.
async function linked(page, root) {
  const links = await page.locator("a[href]:not([download])").evaluateAll((all) => all.map((one) => one.href));
  const here = new URL(page.url()).origin;
  const paths = links.filter((one) => one.startsWith(`${here}/`)).map((one) => new URL(one).pathname);
  return [...new Set(paths)].filter((one) => one === root || (one.startsWith(`${root}/`) && !one.includes("/gallery/")));
}

// What a page is built of: the kinds of its elements, whatever they say and however many there are.
function build(page) {
  return page.evaluate(() => {
    const kinds = [...document.querySelectorAll("main *")].map((one) => `${one.parentElement.tagName}>${one.tagName}.${one.className}`);
    return [...new Set(kinds)].sort().join(" ");
  });
}

// What happens to the pages of one shape: how many there are, and which were looked at closely.
class Shapes {
  #all = new Map();

  // Whether a page deserves the dear looks.
  take(route, built) {
    const seen = this.#all.get(route) ?? { pages: 0, closely: 0, builds: new Set() };
    this.#all.set(route, seen);
    const close = seen.closely < SAMPLE || !seen.builds.has(built);
    seen.pages += 1;
    seen.closely += close ? 1 : 0;
    seen.builds.add(built);
    return close;
  }

  // Pages, pages looked at closely, and a line for each shape of which some were not.
  told() {
    const all = [...this.#all];
    const sum = (part) => all.reduce((total, [, seen]) => total + seen[part], 0);
    const sampled = all.filter(([, seen]) => seen.closely < seen.pages).map(([route, { pages, closely }]) => `${route}: ${closely} of ${pages}`);
    return { pages: sum("pages"), closely: sum("closely"), shapes: all.length, sampled };
  }
}

async function look(desk, page, speaks, shapes) {
  const wrong = [];
  const heed = (check) => check.catch((failure) => wrong.push(failure.message));
  const at = async (width, ...checks) => {
    await page.setViewportSize({ width, height: 900 });
    for (const check of checks) await heed(desk[check](page));
  };
  await heed(desk.speaks(page, ...speaks));
  await heed(desk.titled(page));
  await heed(desk.worded(page));
  await heed(desk.marked(page));
  const close = shapes.take(shape(new URL(page.url()).pathname), await build(page));
  await at(NARROW, "fits", ...(close ? ["axe"] : []));
  if (close) for (const width of BETWEEN) await at(width, "fits");
  await at(WIDE, "fits", ...(close ? ["axe"] : []));
  return wrong;
}

// Walks every address below `root`, each once, whatever stands behind its question mark.
export async function walk(desk, page, root, speaks) {
  const begun = performance.now();
  const waiting = [root];
  const known = new Set(waiting);
  const shapes = new Shapes();
  const found = [];
  while (waiting.length > 0) {
    await desk.go(page, waiting.shift());
    for (const link of await linked(page, root)) {
      if (!known.has(link)) waiting.push(link);
      known.add(link);
    }
    found.push(...(await look(desk, page, speaks, shapes)));
  }
  const { pages, closely, shapes: kinds, sampled } = shapes.told();
  const minutes = ((performance.now() - begun) / 60_000).toFixed(1);
  console.log(`  ${root}: ${pages} pages of ${kinds} shapes, ${closely} of them looked at closely, in ${minutes} minutes`);
  for (const line of sampled) console.log(`    ${line}`);
  assert.ok(pages > 5, `only ${pages} pages below ${root}`);
  assert.deepEqual(found, []);
}

// Passes the first page of each shape below `root`. Others are opened only to find links to shapes that were not met
// yet, the rarest first. Answers which of the `sought` shapes, those to `except` apart, no link led to.
export async function onePageOfEach(desk, page, root, { sought, except = [] }, pass, { most = 300 } = {}) {
  const missing = new Set(ROUTES.filter((route) => sought.test(route) && !except.includes(route)));
  const waiting = [root];
  const known = new Set(waiting);
  const opened = new Map();
  const times = (address) => opened.get(shape(address)) ?? 0;
  for (let step = 0; step < most && waiting.length > 0 && missing.size > 0; step += 1) {
    const address = waiting.reduce((best, one) => (times(one) < times(best) ? one : best));
    waiting.splice(waiting.indexOf(address), 1);
    await desk.go(page, address);
    if (times(address) === 0) await pass(page);
    opened.set(shape(address), times(address) + 1);
    missing.delete(shape(address));
    for (const link of await linked(page, root)) {
      if (!known.has(link)) waiting.push(link);
      known.add(link);
    }
  }
  return [...missing];
}
