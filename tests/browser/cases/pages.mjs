// Every kind of page for the eye, the ear and the thumb. With KITH_FULL=1: every page that links lead to.
import assert from "node:assert/strict";

const AT = "/portage-falls";
const WORK = "/london-middlesex/work";
const WIDTHS = [320, 390, 768, 1280];

// One page of the public site for each kind of thing on it: a lead, a list, an object, a tree, a table, prose.
const PUBLIC = ["", "/partners", "/partners/maison-des-arrivants", "/who-we-are", "/who-we-are/partnership-council", "/privacy", "/accessibility"];
// The same in the workspace: lines, lists, filters, forms, an empty state, files.
const ROOMS = ["", "/partners", "/partners/new", "/people", "/people/new", "/sectors", "/councils", "/councils/new", "/councils/seats", "/councils/leaving", "/councils/composition", "/bin", "/mail"];

async function passes(desk, page, address) {
  await desk.worded(page);
  await desk.marked(page);
  await desk.fits(page);
  await desk.axe(page);
  assert.equal(await page.getByRole("heading", { level: 1 }).count(), 1, `${address} has not one heading`);
}

export async function public_pages_in_english_fit_the_smallest_phone_and_have_no_barriers(desk) {
  const page = await desk.page({ width: 320, height: 640 });
  for (const path of PUBLIC) {
    await desk.go(page, `${AT}/en${path}`);
    await desk.speaks(page, "en");
    await passes(desk, page, path);
  }
}

export async function public_pages_in_arabic_run_from_right_to_left_and_have_no_barriers(desk) {
  const page = await desk.page({ width: 1280, lang: "ar" });
  for (const path of PUBLIC) {
    await desk.go(page, `${AT}/ar${path}`);
    await desk.speaks(page, "ar", "rtl");
    await passes(desk, page, path);
    await page.setViewportSize({ width: 320, height: 640 });
    await desk.fits(page);
    await page.setViewportSize({ width: 1280, height: 900 });
  }
}

export async function pages_of_the_workspace_fit_the_smallest_phone_and_have_no_barriers(desk) {
  const page = await desk.page({ width: 320, height: 640, who: "coordinator", of: "london-middlesex" });
  for (const path of ROOMS) {
    await desk.go(page, `${WORK}${path}`);
    await passes(desk, page, path);
  }
}

export async function the_page_of_a_body_and_of_a_seat_pass_too(desk) {
  const page = await desk.open(`${WORK}/councils`, { width: 320, height: 640, who: "coordinator", of: "london-middlesex" });
  await desk.press(page, page.locator("main li a[href*='/councils/0']").first());
  await passes(desk, page, "a body");
  await desk.press(page, page.getByRole("main").getByRole("table").first().getByRole("link").first());
  await passes(desk, page, "a seat");
  await desk.press(page, page.getByRole("main").getByRole("link", { name: /changed on this seat/i }));
  await passes(desk, page, "a history");
}

export async function public_pages_are_readable_in_the_dark_and_with_colours_of_the_readers_own(desk) {
  const page = await desk.page({ dark: true });
  for (const path of ["", "/who-we-are/partnership-council", "/partners"]) {
    await desk.go(page, `${AT}/en${path}`);
    await desk.axe(page);
  }
  await page.emulateMedia({ forcedColors: "active" });
  await desk.tabs(page);
}

export async function the_first_view_of_public_pages_is_light(desk) {
  for (const path of ["/en", "/en/who-we-are", "/ar/who-we-are"]) {
    const { bytes } = await desk.weight(`${AT}${path}`);
    assert.ok(bytes <= 14 * 1024, `${path}: ${bytes} bytes on the wire without pictures and fonts`);
  }
}

// Walks every address below `root` that links lead to, and looks at each in every width.
async function walk(desk, page, root, speaks) {
  const origin = await desk.origin();
  const waiting = [root];
  const known = new Set(waiting);
  const found = [];
  while (waiting.length > 0) {
    const address = waiting.shift();
    await desk.go(page, address);
    const links = await page.getByRole("link").evaluateAll((all) => all.filter((one) => !one.hasAttribute("download")).map((one) => one.href));
    for (const link of links.filter((one) => one.startsWith(origin + root)).map((one) => new URL(one).pathname)) {
      if (!known.has(link) && !link.includes("/gallery/")) waiting.push(link);
      known.add(link);
    }
    const wrong = [];
    const heed = (check) => check.catch((failure) => wrong.push(failure.message));
    await heed(desk.speaks(page, ...speaks));
    await heed(desk.worded(page));
    await heed(desk.marked(page));
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      await heed(desk.fits(page));
      if (width === 320 || width === 1280) await heed(desk.axe(page));
    }
    found.push(...wrong);
  }
  assert.ok(known.size > 5, `only ${known.size} pages below ${root}`);
  assert.deepEqual(found, []);
}

export async function every_public_page_in_every_width_and_language(desk) {
  for (const [lang, direction] of [["en", "ltr"], ["fr", "ltr"], ["ar", "rtl"]]) {
    await walk(desk, await desk.page({ lang }), `${AT}/${lang}`, [lang, direction]);
  }
}
Object.assign(every_public_page_in_every_width_and_language, { full: true, seconds: 1800 });

export async function every_page_of_the_workspace_in_every_width(desk) {
  for (const of of ["portage-falls", "london-middlesex"]) {
    const page = await desk.open(`/${of}/work`, { who: "coordinator", of });
    const lang = await page.getAttribute("html", "lang");
    await walk(desk, page, `/${of}/work`, [lang, "ltr"]);
  }
}
Object.assign(every_page_of_the_workspace_in_every_width, { full: true, seconds: 1800 });
