// The declaration of intent, signed by the link of a mail on a phone, without an account and without scripts.
import assert from "node:assert/strict";

const HOME = "/portage-falls";
const ROOM = `${HOME}/work/declarations`;
const PHONE = { width: 360, height: 740, scripts: false };
// An organization that stands on the public site and has not signed yet, and who may sign for it.
const OPENED = { organization: "Open Pantry Food Bank", name: "Xiomara Reid", email: "xiomara.signs@pantry.example", title: "Chair of the board" };

const main = (page) => page.getByRole("main");
const here = (page) => new URL(page.url()).pathname;
const office = (desk, at) => desk.open(at, { who: "coordinator", scripts: false });
const wall = (desk, lang = "en") => desk.open(`${HOME}/${lang}/declaration`, PHONE);
const named = (page, organization) => main(page).locator("#signatories").getByRole("listitem").filter({ hasText: organization });

// Asks an organization to sign, as the coordinator does it; answers the mail with the link.
async function asked(desk, { organization, name, email }, ownLanguage = "English") {
  const page = await office(desk, `${ROOM}/invitations`);
  await desk.inEnglish(page);
  const form = main(page).locator("#add form");
  await form.getByLabel(/^organization/i).selectOption({ label: organization });
  await form.getByLabel(/^person/i).fill(name);
  await form.getByLabel(/^mail address/i).fill(email);
  await form.getByRole("radio", { name: ownLanguage }).check();
  await desk.press(page, form.getByRole("button"));
  assert.match(await stands(page, email), /waiting/i);
  await desk.axe(page);
  const mail = await desk.mailTo(email);
  assert.ok(mail.text.includes(name), mail.text);
  const links = mail.links.filter((one) => one.includes("/declaration/signing/"));
  assert.equal(links.length, 1, mail.text);
  return { page, mail, link: links[0] };
}

// The line of an invitation in the list.
const stands = (page, email) => page.getByRole("row").filter({ hasText: email }).innerText();

const form = (page) => main(page).locator("#sign form");
const sign = (page) => form(page).getByRole("button");

export async function an_organization_signs_by_the_link_of_a_mail_and_stands_on_the_wall(desk) {
  assert.equal(await named(await wall(desk), OPENED.organization).count(), 0, "it has not signed yet");
  const { page: invitations, mail, link } = await asked(desk, OPENED);
  assert.equal(mail.lang, "en");

  const page = await desk.open(link, PHONE);
  const text = await main(page).innerText();
  assert.ok(text.includes(OPENED.organization) && /discrimination has no place here/i.test(text), "one reads what one signs, and for whom");
  await desk.worded(page);
  await desk.fits(page);
  await desk.axe(page);
  await desk.tabTo(page, /^sign$/i);
  // Looking signs nothing: mail programs open links by themselves.
  await desk.go(page, link);
  await invitations.reload();
  assert.match(await stands(invitations, OPENED.email), /waiting/i);
  assert.equal(await named(await wall(desk), OPENED.organization).count(), 0);

  assert.equal(await form(page).getByLabel(/^your name/i).inputValue(), OPENED.name);
  await form(page).getByLabel(/^your title/i).fill(OPENED.title);
  await form(page).getByRole("checkbox", { name: /i may sign/i }).check();
  assert.ok(await form(page).getByRole("checkbox", { name: /name our organization/i }).isChecked());
  await desk.press(page, sign(page));
  assert.equal(here(page), `${HOME}/en/declaration/signed`);
  await desk.axe(page);
  await desk.press(page, main(page).getByRole("link", { name: /declaration of intent/i }));
  await named(page, OPENED.organization).waitFor();
  assert.ok(!(await main(page).innerText()).includes(OPENED.name), "the wall names the organization, never who signed");
  await desk.fits(page);
  await desk.axe(page);
  assert.equal(await named(await wall(desk, "ar"), OPENED.organization).count(), 1, "in Arabic too");

  await invitations.reload();
  assert.match(await stands(invitations, OPENED.email), /signed/i);
  await desk.go(invitations, `${ROOM}?q=${encodeURIComponent(OPENED.organization)}`);
  await desk.press(invitations, main(invitations).getByRole("link", { name: OPENED.organization }));
  const kept = await main(invitations).innerText();
  for (const fact of [OPENED.name, OPENED.title]) assert.ok(kept.includes(fact), `${fact} is not kept`);

  const again = await desk.open(link, { ...PHONE, status: 410 });
  assert.equal(await main(again).locator("form").count(), 0, "a link signs once");
  await desk.axe(again);
}

export async function who_does_not_agree_has_not_signed_and_nothing_typed_is_lost(desk) {
  const of = { organization: "Réseau francophone des Chutes", name: "Bastien Kouassi", email: "bastien.signe@reseau.example" };
  const { mail, link } = await asked(desk, of, "Français");
  assert.equal(mail.lang, "fr");
  const page = await desk.open(link, PHONE);
  await desk.speaks(page, "fr");
  await form(page).getByLabel(/titre/i).fill("Présidence");
  await desk.press(page, sign(page), { status: 422 });
  assert.equal(await form(page).getByLabel(/titre/i).inputValue(), "Présidence");
  await desk.worded(page);
  await desk.fits(page);
  await desk.axe(page);
  assert.equal(await named(await wall(desk, "fr"), of.organization).count(), 0);

  // Its agreement was all that lacked, and it may stay unnamed.
  await form(page).locator("[name=agree]").check();
  await form(page).locator("[name=listed]").uncheck();
  await desk.press(page, sign(page));
  assert.equal(here(page), `${HOME}/fr/declaration/signed`);
  assert.equal(await named(await wall(desk, "fr"), of.organization).count(), 0, "who asked not to be named is not");
  const staff = await office(desk, `${ROOM}?q=${encodeURIComponent("Réseau francophone")}`);
  await main(staff).getByRole("link", { name: of.organization }).first().waitFor();
}

export async function a_link_that_was_taken_back_signs_nothing(desk) {
  const of = { organization: "River Arts Collective", name: "Maëlle Ito", email: "maelle.signs@arts.example" };
  const { page: invitations, link } = await asked(desk, of);
  const page = await desk.open(link, PHONE);
  await form(page).getByLabel(/^your title/i).fill("Director");
  await form(page).getByRole("checkbox", { name: /i may sign/i }).check();
  const row = invitations.getByRole("row").filter({ hasText: of.email });
  await desk.press(invitations, row.getByRole("button", { name: /take back/i }));
  assert.match(await stands(invitations, of.email), /taken back/i);
  await desk.press(page, sign(page), { status: 410 });
  assert.equal(await named(await wall(desk), of.organization).count(), 0);
}
