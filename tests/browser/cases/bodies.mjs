// Bodies and seats in the workspace: what a coordinator and a partner do with them.
import assert from "node:assert/strict";

const OF = "london-middlesex";
const ROOM = `/${OF}/work/councils`;
const here = (page) => new URL(page.url()).pathname;

// The field of one language among the languages of a text.
const inLanguage = (page, text, language) => page.getByRole("main").getByRole("group", { name: text }).getByLabel(language, { exact: true });
const submit = (page) => page.getByRole("main").locator("form").getByRole("button");

// Sets up a body by its form, and answers the address of its page.
async function setUp(desk, page, name, outcome = "") {
  await desk.go(page, `${ROOM}/new`);
  await inLanguage(page, /^name/i, "English").fill(name);
  await page.getByLabel(/^kind/i).selectOption("working-group");
  if (outcome) await inLanguage(page, /^outcome/i, "English").fill(outcome);
  await desk.press(page, submit(page));
  assert.equal(await page.getByRole("heading", { level: 1 }).innerText(), name);
  return here(page);
}

// Gives a seat of the body that the page shows, and answers the address of the seat.
async function giveSeat(desk, page, body, category) {
  await desk.go(page, `${body}/seats/new`);
  await inLanguage(page, /^for/i, "English").fill(category);
  await page.getByRole("radio", { name: /nobody yet/i }).check();
  await desk.press(page, submit(page));
  if (here(page) === body) await desk.press(page, page.getByRole("main").getByRole("link", { name: category }));
  assert.match(here(page), /\/seats\//);
  return here(page);
}

// The form that stands behind a summary; opens it.
async function behind(page, summary) {
  const details = page.getByRole("main").locator("details", { has: page.locator("summary", { hasText: summary }) });
  if (!(await details.evaluate((one) => one.open))) await details.locator("summary").click();
  return details;
}

async function holdSeat(desk, page) {
  const form = await behind(page, /somebody new/i);
  const holder = form.getByLabel(/^held by/i);
  const name = (await holder.locator("option").allInnerTexts()).at(1);
  await holder.selectOption({ label: name });
  await desk.press(page, form.getByRole("button"));
  return name;
}

export async function a_coordinator_sets_up_a_working_group_without_scripts_and_the_public_sees_it(desk) {
  const page = await desk.page({ who: "coordinator", of: OF, scripts: false });
  const name = "Winter Arrivals Working Group";
  await setUp(desk, page, name, "Nobody spends the first winter alone.");
  assert.match(await page.getByRole("main").innerText(), /Nobody spends the first winter alone\./);
  await desk.go(page, ROOM);
  await page.getByRole("main").getByRole("link", { name }).waitFor();
  const visitor = await desk.open(`/${OF}/en/who-we-are`);
  await desk.press(visitor, visitor.getByRole("main").getByRole("link", { name }));
  assert.match(await visitor.getByRole("main").innerText(), /Nobody spends the first winter alone\./);
}

export async function a_seat_is_given_somebody_holds_it_resigns_and_the_history_keeps_both(desk) {
  const page = await desk.page({ who: "coordinator", of: OF });
  const body = await setUp(desk, page, "Harbour Welcome Team");
  await giveSeat(desk, page, body, "Neighbours of the harbour");
  assert.match(await page.getByRole("main").innerText(), /vacant/i);
  const holder = await holdSeat(desk, page);
  const facts = page.getByRole("main").locator("dl").first();
  assert.match(await facts.innerText(), new RegExp(`held[\\s\\S]*${holder}`, "i"));
  await desk.go(page, body);
  assert.ok((await page.getByRole("table").getByRole("row").filter({ hasText: "Neighbours of the harbour" }).innerText()).includes(holder));
  await desk.press(page, page.getByRole("table").getByRole("link", { name: "Neighbours of the harbour" }));
  const form = await behind(page, /leaves early/i);
  await form.getByRole("radio", { name: /resigned/i }).check();
  await desk.press(page, form.getByRole("button"));
  const past = page.getByRole("main").getByRole("region").or(page.locator("#terms"));
  assert.match(await past.first().innerText(), new RegExp(`${holder}[\\s\\S]*resigned`, "i"));
  await desk.press(page, page.getByRole("main").getByRole("link", { name: /changed on this seat/i }));
  const history = await page.getByRole("main").innerText();
  for (const done of [/gave the seat/i, /recorded a term/i, /ended a term early/i]) assert.match(history, done);
}

export async function two_people_change_one_body_at_once_and_neither_text_is_lost(desk) {
  const office = await desk.page({ who: "coordinator", of: OF });
  const body = await setUp(desk, office, "Rides to Work Team", "First text.");
  const other = await desk.open(`${body}/edit`, { who: "coordinator", of: OF });
  await desk.go(office, `${body}/edit`);
  await inLanguage(office, /^outcome/i, "English").fill("The office says buses.");
  await desk.press(office, submit(office));
  await inLanguage(other, /^outcome/i, "English").fill("The other says bicycles.");
  await inLanguage(other, /^outcome/i, "Français").fill("L’autre dit vélos.");
  await desk.press(other, submit(other), { status: 409 });
  const both = await other.getByRole("main").getByRole("table").innerText();
  for (const text of ["The office says buses.", "The other says bicycles.", "L’autre dit vélos."]) assert.ok(both.includes(text), `${text} is not shown`);
  await desk.axe(other);
  await desk.worded(other);
  const look = await desk.open(body, { who: "coordinator", of: OF });
  assert.match(await look.getByRole("main").innerText(), /The office says buses\./, "nothing was overwritten");
  await desk.press(other, other.getByRole("main").getByRole("button", { name: /save what i wrote/i }));
  assert.match(await other.getByRole("main").innerText(), /The other says bicycles\./);
  await desk.press(other, other.getByRole("main").getByRole("link", { name: /who changed what|version/i }).last());
  assert.match(await other.getByRole("main").textContent(), /The office says buses\./, "the history keeps the other text");
}

export async function the_page_of_two_texts_shows_every_field_that_differs(desk) {
  const office = await desk.page({ who: "coordinator", of: OF });
  const body = await setUp(desk, office, "Apples and Pears Team");
  const second = await desk.open(`${body}/edit`, { who: "coordinator", of: OF });
  await desk.go(office, `${body}/edit`);
  await inLanguage(office, /^its own word/i, "English").fill("orchard");
  await office.getByLabel(/^kind/i).selectOption("team");
  await desk.press(office, submit(office));
  await second.getByLabel(/^place among/i).fill("7");
  await desk.press(second, submit(second), { status: 409 });
  const table = second.getByRole("main").getByRole("table");
  for (const field of [/kind/i, /own word/i, /place among/i]) {
    assert.match(await table.getByRole("row").filter({ has: second.getByRole("rowheader", { name: field }) }).first().innerText(), /differs/i, `${field}`);
  }
}

export async function a_form_with_errors_says_each_on_top_leads_to_it_and_keeps_what_was_typed(desk) {
  for (const scripts of [true, false]) {
    const page = await desk.page({ who: "coordinator", of: OF, scripts, width: 320 });
    await desk.go(page, `${ROOM}/new`);
    await inLanguage(page, /^mandate/i, "English").fill("Meet every second Tuesday.");
    await page.getByLabel(/^most seats/i).fill("many");
    await desk.press(page, submit(page), { status: 422 });
    await desk.worded(page);
    await desk.fits(page);
    assert.match(await page.title(), /^error/i);
    const summary = page.getByRole("alert").or(page.getByRole("main").getByRole("region")).first();
    assert.equal(await summary.getByRole("link").count(), 2, "one line for each error");
    assert.equal(await inLanguage(page, /^mandate/i, "English").inputValue(), "Meet every second Tuesday.");
    assert.equal(await page.getByLabel(/^most seats/i).inputValue(), "many");
    const target = new URL(await summary.getByRole("link", { name: /most seats/i }).getAttribute("href"), page.url()).hash;
    await summary.getByRole("link", { name: /most seats/i }).click();
    assert.equal(await page.locator(target).evaluate((one) => one.contains(document.activeElement)), true, "the link puts the focus into the field");
    if (scripts) await desk.axe(page);
  }
}

export async function a_body_is_set_up_with_the_keyboard_alone(desk) {
  const page = await desk.open(ROOM, { who: "coordinator", of: OF });
  await desk.tabTo(page, /^set up a group$/i);
  await Promise.all([page.waitForURL(/councils\/new$/), page.keyboard.press("Enter")]);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await desk.tabTo(page, /^english$/i);
  await page.keyboard.type("Keyboard Circle");
  await desk.tabTo(page, /^kind/i);
  await page.keyboard.type("team");
  await desk.tabTo(page, /everybody may come/i);
  await page.keyboard.press("Space");
  await desk.tabTo(page, /^set up a group$/i);
  await Promise.all([page.waitForURL(/councils\/[0-9a-f-]{36}/), page.keyboard.press("Enter")]);
  assert.equal(await page.getByRole("heading", { level: 1 }).innerText(), "Keyboard Circle");
  assert.match(await page.getByRole("main").innerText(), /everybody may come/i);
  await desk.tabs(page);
}

export async function a_body_in_the_bin_comes_back_with_its_seats(desk) {
  const page = await desk.page({ who: "coordinator", of: OF, scripts: false });
  const body = await setUp(desk, page, "Mistaken Team");
  await giveSeat(desk, page, body, "A seat by mistake");
  await desk.go(page, body);
  await desk.press(page, page.getByRole("main").getByRole("link", { name: /put in the bin/i }));
  await desk.press(page, page.getByRole("main").getByRole("button", { name: /put in the bin/i }));
  await desk.go(page, body, { status: 404 });
  await desk.go(page, `/${OF}/work/bin`);
  const line = page.getByRole("row").or(page.getByRole("listitem")).filter({ hasText: "Mistaken Team" });
  await desk.press(page, line.getByRole("button").first());
  await desk.go(page, body);
  await page.getByRole("table").getByRole("link", { name: "A seat by mistake" }).waitFor();
}

export async function the_seats_of_all_bodies_are_taken_along_as_csv_and_as_a_spreadsheet(desk) {
  const page = await desk.open(`${ROOM}/seats`, { who: "coordinator", of: OF });
  const links = page.getByRole("main").getByRole("link");
  const csv = await page.context().request.get(new URL(await links.filter({ hasText: /^csv$/i }).getAttribute("href"), page.url()).href);
  const xlsx = await page.context().request.get(new URL(await links.filter({ hasText: /excel|xlsx/i }).getAttribute("href"), page.url()).href);
  assert.deepEqual([csv.status(), xlsx.status()], [200, 200]);
  const lines = (await csv.text()).trim().split(/\r?\n/);
  const total = Number((await page.getByRole("navigation", { name: /pages of the list/i }).innerText()).match(/of (\d+)/)[1]);
  assert.ok(lines.length - 1 >= total, `${lines.length - 1} lines for ${total} seats`);
  assert.equal((await xlsx.body()).subarray(0, 2).toString(), "PK");
}

export async function a_partner_reads_the_bodies_and_is_not_offered_what_she_cannot_do(desk) {
  const page = await desk.open(ROOM, { who: "partner", of: OF });
  assert.equal(await page.getByRole("main").getByRole("link", { name: /set up a group/i }).count(), 0);
  await desk.go(page, `${ROOM}/new`, { status: 403 });
  assert.ok((await page.getByRole("main").getByRole("link").count()) > 0, "the refusal leads on");
}
