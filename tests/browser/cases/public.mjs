// The public site: what a visitor without an account does, on a phone, in her language, on paper, without scripts.
import assert from "node:assert/strict";

const HOME = "/portage-falls";
const WHO = "who-we-are/work-and-language";

// The page, and the same page once it is told to be another language by its own name.
async function switchTo(desk, page, ownName) {
  const link = page.getByRole("navigation", { name: /languages|langues|اللغات/i }).getByRole("link", { name: ownName, exact: true });
  await desk.press(page, link);
}

export async function a_visitor_finds_a_working_group_from_the_first_page_and_comes_back(desk) {
  const page = await desk.open(`${HOME}/en`, { width: 390 });
  await desk.press(page, page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: /who we are/i }));
  await desk.press(page, page.getByRole("main").getByRole("link", { name: /work and language/i }));
  assert.match(await page.getByRole("heading", { level: 1 }).innerText(), /work and language/i);
  assert.ok((await page.getByRole("table").getByRole("row").count()) > 3, "the seats are listed");
  await desk.press(page, page.getByRole("navigation", { name: /you are here/i }).getByRole("link", { name: /who we are/i }));
  assert.equal(new URL(page.url()).pathname, `${HOME}/en/who-we-are`);
}

export async function switching_the_language_keeps_the_page(desk) {
  const page = await desk.open(`${HOME}/en/${WHO}`);
  await switchTo(desk, page, "Français");
  assert.equal(new URL(page.url()).pathname, `${HOME}/fr/${WHO}`);
  await desk.speaks(page, "fr");
  assert.match(await page.getByRole("heading", { level: 1 }).innerText(), /emploi et la langue/i);
  await switchTo(desk, page, "العربية");
  assert.equal(new URL(page.url()).pathname, `${HOME}/ar/${WHO}`);
  await desk.speaks(page, "ar", "rtl");
  await switchTo(desk, page, "English");
  assert.equal(new URL(page.url()).pathname, `${HOME}/en/${WHO}`);
}

export async function switching_the_language_keeps_what_a_list_was_narrowed_to(desk) {
  const page = await desk.open(`${HOME}/en/partners`);
  await page.getByLabel(/search by name/i).fill("Library");
  await desk.press(page, page.getByRole("search").getByRole("button"));
  assert.equal(await page.getByRole("main").getByRole("rowheader").count(), 1);
  await switchTo(desk, page, "Français");
  assert.equal(new URL(page.url()).searchParams.get("q"), "Library", "the search is lost");
}

export async function a_reader_of_arabic_gets_an_arabic_page_from_right_to_left(desk) {
  const page = await desk.open(`${HOME}/ar/who-we-are`, { width: 390, lang: "ar" });
  await desk.speaks(page, "ar", "rtl");
  assert.match(await page.getByRole("heading", { level: 1 }).innerText(), /\p{Script=Arabic}/u);
  for (const words of await page.getByRole("navigation").first().getByRole("link").allInnerTexts()) assert.ok(words.trim(), "a link without words");
  const edges = await page.evaluate(() => {
    const heading = document.querySelector("h1").getBoundingClientRect();
    const range = document.createRange();
    range.selectNodeContents(document.querySelector("h1"));
    const words = range.getBoundingClientRect();
    return { before: words.left - heading.left, after: heading.right - words.right };
  });
  assert.ok(edges.after < 2 && edges.before > edges.after, `the heading does not begin at the right edge: ${JSON.stringify(edges)}`);
  await desk.worded(page);
}

export async function a_phone_number_in_an_arabic_page_keeps_its_own_direction(desk) {
  const page = await desk.open(`${HOME}/ar`);
  const numbers = page.locator("a[href^='tel:'] bdi");
  assert.ok((await numbers.count()) >= 3, "the numbers to call are there");
  for (const direction of await numbers.evaluateAll((all) => all.map((one) => getComputedStyle(one).direction))) assert.equal(direction, "ltr");
}

export async function an_address_that_nobody_knows_says_so_and_leads_on_in_every_language(desk) {
  for (const [address, lang, direction] of [["en/no-such-page", "en", "ltr"], ["fr/partners/personne", "fr", "ltr"], ["ar/who-we-are/none", "ar", "rtl"]]) {
    const page = await desk.open(`${HOME}/${address}`, { status: 404, width: 320 });
    await desk.speaks(page, lang, direction);
    await desk.worded(page);
    await desk.fits(page);
    await desk.press(page, page.getByRole("main").getByRole("link").first());
    assert.ok(new URL(page.url()).pathname.startsWith(HOME), "the way on leads back to the partnership");
  }
}

export async function what_stands_on_a_page_also_stands_on_paper(desk) {
  const page = await desk.open(`${HOME}/en/${WHO}`);
  const screen = (await page.getByRole("main").innerText()).split("\n").map((line) => line.trim()).filter(Boolean);
  await page.emulateMedia({ media: "print" });
  const paper = await page.getByRole("main").innerText();
  assert.match(await page.getByRole("heading", { level: 1 }).innerText(), /work and language/i);
  const facts = screen.filter((line) => /\d{4}|%|vacant|held/i.test(line)).slice(0, 60);
  assert.ok(facts.length > 5, "there is something to compare");
  const lost = facts.filter((line) => !paper.replaceAll(/\s+/g, " ").includes(line.replaceAll(/\s+/g, " ")));
  assert.deepEqual(lost, [], "this is lost in print");
  const clipped = await page.evaluate(() => [...document.querySelectorAll("main *")].filter((one) => one.scrollWidth > one.clientWidth + 1 && ["auto", "scroll", "hidden"].includes(getComputedStyle(one).overflowX) && one.clientWidth > 1).map((one) => one.className || one.tagName));
  assert.deepEqual(clipped, [], "paper cannot be scrolled");
  const sheet = await page.pdf({ format: "Letter" });
  assert.ok(sheet.length > 5_000, `${sheet.length} bytes of paper`);
}

export async function a_list_of_partners_is_narrowed_without_scripts(desk) {
  const page = await desk.open(`${HOME}/en/partners`, { scripts: false, width: 390 });
  const all = await page.getByRole("main").getByRole("rowheader").count();
  const sector = page.getByRole("search").getByLabel(/sector/i);
  await sector.selectOption({ label: (await sector.locator("option").allInnerTexts()).find((one) => /school board/i.test(one)) });
  await desk.press(page, page.getByRole("search").getByRole("button"));
  const some = await page.getByRole("main").getByRole("rowheader").allInnerTexts();
  assert.ok(some.length > 0 && some.length < all, `${some.length} of ${all}`);
  await desk.press(page, page.getByRole("main").getByRole("link", { name: some[0] }));
  assert.equal(await page.getByRole("heading", { level: 1 }).innerText(), some[0]);
}

export async function a_list_is_taken_along_as_csv_and_as_a_spreadsheet(desk) {
  const page = await desk.open(`${HOME}/en/partners?q=falls`);
  const rows = await page.getByRole("main").getByRole("rowheader").allInnerTexts();
  for (const [link, media, begins] of [["CSV", /text\/csv/, null], [/excel|xlsx/i, /spreadsheetml/, "PK"]]) {
    const href = await page.getByRole("main").getByRole("link", { name: link }).getAttribute("href");
    const file = await page.context().request.get(new URL(href, page.url()).href);
    assert.equal(file.status(), 200);
    assert.match(file.headers()["content-type"], media);
    assert.match(file.headers()["content-disposition"], /^attachment/);
    const body = await file.body();
    if (begins) assert.equal(body.subarray(0, 2).toString(), begins);
    else for (const name of rows) assert.ok(body.toString("utf8").includes(name), `${name} is missing in the file`);
  }
}

export async function the_keyboard_alone_skips_to_the_content_and_walks_the_site(desk) {
  const page = await desk.open(`${HOME}/en`);
  await page.keyboard.press("Tab");
  assert.match(await page.evaluate(() => document.activeElement.innerText), /skip/i);
  await page.keyboard.press("Enter");
  await page.waitForURL(/#main$/);
  await page.keyboard.press("Tab");
  assert.ok(await page.evaluate(() => document.querySelector("main").contains(document.activeElement)), "the next stop is in the content");
  await desk.go(page, `${HOME}/en`);
  await desk.tabTo(page, /^who we are$/i);
  await Promise.all([page.waitForURL(/who-we-are$/), page.keyboard.press("Enter")]);
  await desk.tabTo(page, /^work and language/i);
  await Promise.all([page.waitForURL(/work-and-language$/), page.keyboard.press("Enter")]);
  await desk.tabs(page);
}
