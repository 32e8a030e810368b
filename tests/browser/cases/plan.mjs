// The plan as people meet it, without scripts: read in French on a phone, reported by the link of a letter, confirmed by a chair, moved and put back.
import assert from "node:assert/strict";

const HOME = "/portage-falls";
const ROOM = `${HOME}/work/plan`;
const PHONE = { width: 360, height: 740, scripts: false };

const main = (page) => page.getByRole("main");
const here = (page) => new URL(page.url()).pathname;
const office = (desk, at, how = {}) => desk.open(at, { who: "coordinator", scripts: false, ...how });

export async function a_visitor_reads_the_plan_of_hamilton_in_french_on_a_phone(desk) {
  const page = await desk.open("/hamilton/fr", { ...PHONE, lang: "fr" });
  await desk.press(page, page.getByRole("link", { name: "Notre plan" }).first());
  assert.equal(here(page), "/hamilton/fr/our-plan");
  await desk.speaks(page, "fr");
  const text = await main(page).innerText();
  for (const count of [/4 priorités/i, /16 /, /57 /]) assert.match(text, count);
  assert.match(text, /document ancien/i, "it says that it is told from an old document");
  await desk.worded(page);
  await desk.marked(page);
  await desk.fits(page);
  await desk.axe(page);
  await desk.press(page, main(page).getByRole("list").getByRole("link").first());
  await desk.speaks(page, "fr");
  assert.match(await main(page).innerText(), /Code/);
  await desk.fits(page);
  await desk.axe(page);
}

// Asks the first who can be asked about a line; answers the mail with the link, its address and the code of the line.
async function asked(desk) {
  const page = await office(desk, `${ROOM}/asking`);
  await desk.inEnglish(page);
  const form = main(page).locator("form.stack").first();
  for (const box of await form.getByRole("checkbox").all()) await box.uncheck();
  await form.getByRole("checkbox").first().check();
  await desk.axe(page);
  await desk.press(page, form.getByRole("button"));
  const preview = await main(page).locator("blockquote").first().innerText();
  assert.match(preview, /\n/);
  await desk.axe(page);
  await desk.press(page, main(page).getByRole("button", { name: /^send/i }));
  await desk.go(page, `${ROOM}/asking?cols=name&cols=email`);
  const address = (await main(page).getByRole("table").getByRole("row").nth(1).innerText()).match(/\S+@\S+/)[0];
  const mail = await desk.mailTo(address);
  const links = mail.links.filter((one) => one.includes("/our-plan/reporting/"));
  assert.equal(links.length, 1, mail.text);
  return { page, mail, link: links[0] };
}

export async function an_owner_reports_by_the_link_of_a_letter_on_a_phone_and_corrects_it(desk) {
  const { page: list, link } = await asked(desk);
  const page = await desk.open(link.replace(/\/(fr|ar)\/our-plan/, "/en/our-plan"), PHONE);
  const states = main(page).getByRole("combobox");
  assert.ok((await states.count()) > 0, "her lines stand there");
  const code = (await main(page).getByRole("heading", { level: 2 }).first().innerText()).split(/\s/)[0];
  await desk.worded(page);
  await desk.fits(page);
  await desk.axe(page);
  await desk.tabTo(page, /^send$/i);
  // Nothing was chosen; then something that asks for a reason.
  await desk.press(page, main(page).getByRole("button", { name: /^send$/i }), { status: 422 });
  await states.first().selectOption("stalled");
  await desk.press(page, main(page).getByRole("button", { name: /^send$/i }), { status: 422 });
  assert.equal(await states.first().inputValue(), "stalled", "nothing typed is lost");
  await desk.axe(page);
  await main(page).getByRole("textbox").first().fill("Nobody is left to call.");
  await desk.press(page, main(page).getByRole("button", { name: /^send$/i }));
  assert.match(here(page), /\/our-plan\/reported\//);
  assert.match(await main(page).innerText(), /Stalled/);
  await desk.axe(page);
  // What she said stands on the line, under her name.
  await desk.go(list, `${ROOM}/table?q=${encodeURIComponent(code)}`);
  await desk.press(list, main(list).getByRole("link", { name: code, exact: true }));
  assert.match(await main(list).locator("#state").innerText(), /Nobody is left to call\./);
  // She made a slip, and corrects it by the same link.
  await desk.press(page, main(page).getByRole("link", { name: /correct/i }));
  await main(page).getByRole("combobox").first().selectOption("on_track");
  await desk.press(page, main(page).getByRole("button", { name: /^send$/i }));
  await list.reload();
  assert.match(await main(list).locator("#state").innerText(), /On track/);
  const other = await desk.open(link.replace(/reporting\/.*/, "reporting/no-such-link"), { ...PHONE, status: 410 });
  await desk.fits(other);
  await desk.axe(other);
}

export async function a_chair_confirms_what_was_reported(desk) {
  const page = await desk.open(`${ROOM}/mine`, { who: "chair", scripts: false });
  await desk.inEnglish(page);
  await desk.axe(page);
  await desk.press(page, main(page).getByRole("table").getByRole("link").first());
  await desk.press(page, main(page).getByRole("link", { name: /council confirmed/i }));
  await main(page).getByRole("radio", { name: "On track" }).check();
  await main(page).getByRole("combobox").first().selectOption({ index: 1 });
  await main(page).getByRole("group", { name: /^decision/i }).getByLabel("English", { exact: true }).fill("Meeting of today, decision 2");
  await desk.press(page, main(page).locator("form.stack").getByRole("button").first());
  assert.match(await main(page).locator("#state").innerText(), /decision 2/);
  await desk.axe(page);
}

export async function a_coordinator_moves_a_branch_and_undoes_it(desk) {
  const page = await office(desk, `${ROOM}/table?kind=goal`);
  await desk.inEnglish(page);
  const goal = main(page).getByRole("table").getByRole("link", { name: /^PF-1\.1$/ });
  await desk.press(page, goal);
  const at = here(page);
  await desk.press(page, main(page).getByRole("link", { name: /^move$/i }));
  const above = main(page).getByRole("combobox").first();
  const stood = await above.inputValue();
  const options = await above.locator("option").evaluateAll((all) => all.map((one) => ({ value: one.value, text: one.textContent })));
  const other = options.find(({ value, text }) => value && value !== stood && /^PF-\d\b(?!\.)/.test(text));
  assert.ok(other, "there is another priority");
  await above.selectOption(other.value);
  // First below which line, then before which of those that stand there.
  await desk.press(page, main(page).locator("form[method=get]").getByRole("button").first());
  await desk.press(page, main(page).locator("form.stack[method=post]").getByRole("button").first());
  assert.ok((await page.locator("body").innerText()).includes(`Priority ${other.text.split(" ")[0]}`), "it stands below the other");
  await desk.press(page, main(page).getByRole("link", { name: /undo the move/i }));
  await desk.axe(page);
  await desk.press(page, main(page).getByRole("button", { name: /undo/i }));
  await desk.go(page, `${at}/place`);
  assert.equal(await main(page).getByRole("combobox").first().inputValue(), stood, "and back");
}
