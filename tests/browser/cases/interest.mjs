// Somebody would like a seat: from a form in French on a phone, without scripts, to the answer in her mailbox.
import assert from "node:assert/strict";

const GROUP = "/portage-falls/fr/who-we-are/work-and-language";
const QUEUE = "/portage-falls/work/councils/expressions";
const WORDS = "Je suis soudeuse et je parle tigrigna.\nIl me faudrait une garde d’enfants le soir.";
const PERSON = { name: "Selam Ghebre-Côté", address: "selam@exemple.example" };

async function write(page, { agrees }) {
  await page.getByLabel(/votre nom/i).fill(PERSON.name);
  await page.getByLabel(/adresse de courriel/i).fill(PERSON.address);
  await page.getByLabel(/pourquoi/i).fill(WORDS);
  if (agrees) await page.getByRole("checkbox").check();
}

const send = (page) => page.getByRole("main").locator("form").getByRole("button");

export async function a_newcomer_asks_for_a_seat_in_french_and_the_office_answers_her_in_french(desk) {
  const page = await desk.open(GROUP, { width: 360, lang: "fr-CA", scripts: false });
  await desk.press(page, page.getByRole("main").getByRole("link", { name: /siéger/i }).first());
  await write(page, { agrees: true });
  await desk.press(page, send(page));
  await desk.speaks(page, "fr");
  await desk.worded(page);

  const receipt = await desk.mailTo(PERSON.address);
  assert.ok(receipt.lang === "fr" && /bien reçu/i.test(receipt.text), receipt.text);
  assert.ok(!receipt.text.includes("soudeuse"), "a receipt repeats nothing that was typed");

  const office = await desk.open(QUEUE, { who: "coordinator" });
  await desk.inEnglish(office);
  await desk.press(office, office.getByRole("main").getByRole("link", { name: PERSON.name }));
  const told = await office.getByRole("main").innerText();
  for (const fact of [PERSON.address, "Je suis soudeuse et je parle tigrigna.", "Il me faudrait une garde d’enfants le soir."]) assert.ok(told.includes(fact), `${fact} is not there`);
  assert.equal(await office.getByRole("main").locator("blockquote").getAttribute("lang"), "fr", "her words are said to be French");
  await desk.axe(office);

  const answer = office.getByRole("main").locator("details", { has: office.locator("summary", { hasText: /give a seat/i }) });
  await answer.locator("summary").click();
  await answer.getByLabel(/^seat/i).selectOption({ label: (await answer.getByLabel(/^seat/i).locator("option").allInnerTexts()).find((one) => /lived experience/i.test(one)) });
  await answer.getByLabel(/^words/i).fill("Bienvenue à la table. La garde d’enfants est offerte.");
  await desk.press(office, answer.getByRole("button"));
  const mail = await desk.mailTo(PERSON.address);
  assert.equal(mail.lang, "fr");
  assert.ok(mail.text.includes("Bienvenue à la table. La garde d’enfants est offerte."), mail.text);
  await desk.go(office, `${QUEUE.replace("/expressions", "/seats")}?q=lived`);
  await office.getByRole("row").filter({ hasText: PERSON.name }).first().waitFor();
}

export async function an_expression_without_consent_is_not_kept_and_nothing_typed_is_lost(desk) {
  const page = await desk.open(`${GROUP}/interest`, { width: 320, lang: "fr-CA", scripts: false });
  await write(page, { agrees: false });
  await desk.press(page, send(page), { status: 422 });
  assert.equal(await page.getByLabel(/votre nom/i).inputValue(), PERSON.name);
  assert.equal((await page.getByLabel(/pourquoi/i).inputValue()).replaceAll("\r\n", "\n"), WORDS);
  await desk.fits(page);
  await desk.worded(page);
}

export async function the_form_is_readable_in_arabic_and_without_barriers(desk) {
  const page = await desk.open(`${GROUP.replace("/fr/", "/ar/")}/interest`, { width: 320, lang: "ar" });
  await desk.speaks(page, "ar", "rtl");
  await desk.fits(page);
  await desk.axe(page);
}
