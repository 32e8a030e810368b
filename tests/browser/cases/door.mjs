// Coming in: by a click in the demo, by a link in a mail, by an invitation.
import assert from "node:assert/strict";

const WORK = "/portage-falls/work";
const CHAIR = "aurelie-mbeki@portage-falls.example";

// Presses the button of the demo's front page for one partnership.
async function enterAs(desk, page, partnership, office) {
  const card = page.getByRole("main").locator("section", { has: page.getByRole("heading", { name: partnership }) });
  await desk.press(page, card.getByRole("button", { name: office }));
}

// Asks for a link by mail at the door, and answers the mail.
async function askForLink(desk, page, address) {
  await page.getByLabel(/mail address/i).fill(address);
  await desk.press(page, page.getByRole("main").getByRole("button"));
  assert.match(await page.getByRole("main").innerText(), /mail/i);
  const mail = await desk.mailTo(address);
  assert.equal(mail.links.length, 1, mail.text);
  return mail;
}

export async function a_visitor_of_the_demo_enters_as_coordinator_with_one_click(desk) {
  const page = await desk.open("/", { scripts: false });
  await enterAs(desk, page, /portage falls/i, /coordinator/i);
  assert.equal(new URL(page.url()).pathname, WORK);
  assert.equal(await page.getByRole("heading", { level: 1 }).count(), 1);
  await desk.worded(page);
}

export async function everybody_of_the_demo_can_enter_and_sees_a_first_page(desk) {
  for (const who of ["coordinator", "chair", "partner", "funder"]) {
    const page = await desk.open(WORK, { who });
    assert.equal(new URL(page.url()).pathname, WORK, who);
    await desk.worded(page);
  }
}

export async function whoever_is_not_signed_in_signs_in_by_mail_and_stands_where_she_wanted_to_go(desk) {
  const page = await desk.open(`${WORK}/partners`, { scripts: false });
  assert.equal(new URL(page.url()).pathname, "/sign-in");
  const mail = await askForLink(desk, page, CHAIR);
  await desk.go(page, mail.links[0]);
  await desk.go(page, mail.links[0]);
  assert.ok((await page.getByRole("main").innerText()).includes(CHAIR), "the page says as whom one signs in");
  await desk.press(page, page.getByRole("main").getByRole("button"));
  assert.equal(new URL(page.url()).pathname, `${WORK}/partners`);
  const again = await desk.open(mail.links[0], { status: 410 });
  assert.ok((await again.getByRole("main").getByRole("link").count()) > 0, "a used link leads on to a new one");
}

export async function an_address_without_an_account_is_answered_like_one_that_has_one(desk) {
  const page = await desk.open("/sign-in");
  await page.getByLabel(/mail address/i).fill("nobody@portage-falls.example");
  await desk.press(page, page.getByRole("main").getByRole("button", { name: /send me a link/i }));
  assert.equal(new URL(page.url()).pathname, "/sign-in/sent");
}

export async function something_that_is_no_mail_address_is_said_beside_the_field(desk) {
  const page = await desk.open("/sign-in", { scripts: false, width: 320 });
  await page.getByLabel(/mail address/i).fill("aurelie at home");
  await desk.press(page, page.getByRole("main").getByRole("button"), { status: 422 });
  assert.equal(await page.getByLabel(/mail address/i).inputValue(), "aurelie at home");
  assert.equal(await page.getByLabel(/mail address/i).getAttribute("aria-invalid"), "true");
  await desk.fits(page);
}

export async function a_coordinator_invites_somebody_who_accepts_and_may_then_read(desk) {
  const address = "tomasz.reader@maison.example";
  const office = await desk.open(`${WORK}/accounts`, { who: "coordinator", lang: "en-CA" });
  await desk.inEnglish(office);
  await desk.press(office, office.getByRole("main").getByRole("link", { name: /invite/i }).first());
  await office.getByLabel(/mail address/i).fill(address);
  await office.getByLabel(/^name/i).fill("Tomasz Reader");
  await office.getByLabel(/language/i).selectOption("en");
  await office.getByRole("radio", { name: /^reader/i }).check();
  await desk.press(office, office.getByRole("main").getByRole("button", { name: /invit/i }));
  const row = office.getByRole("row").filter({ hasText: address });
  assert.match(await row.innerText(), /invited/i);
  const mail = await desk.mailTo(address);
  assert.match(mail.subject, /portage falls/i);
  assert.equal(mail.lang, "en");

  const guest = await desk.open(mail.links[0], { scripts: false });
  await desk.press(guest, guest.getByRole("main").getByRole("button"));
  assert.equal(new URL(guest.url()).pathname, WORK);
  await desk.go(guest, `${WORK}/partners`);
  await desk.go(guest, `${WORK}/accounts`, { status: 403 });
  await desk.open(mail.links[0], { status: 410 });
  await office.reload();
  assert.doesNotMatch(await row.innerText(), /invited/i);
}

export async function whoever_signs_out_is_out_on_this_device(desk) {
  const page = await desk.open(WORK, { who: "partner", scripts: false });
  await desk.press(page, page.getByRole("banner").getByRole("button", { name: /sign out|se déconnecter/i }));
  await desk.go(page, `${WORK}/partners`);
  assert.equal(new URL(page.url()).pathname, "/sign-in");
}

export async function the_workspace_changes_its_language_and_keeps_the_page(desk) {
  const page = await desk.open(`${WORK}/partners?q=falls`, { who: "partner", scripts: false });
  const lang = await page.evaluate(() => document.documentElement.lang);
  const other = lang === "fr" ? "en" : "fr";
  await desk.press(page, page.getByRole("banner").getByRole("button", { name: lang === "fr" ? "English" : "Français" }));
  assert.equal(new URL(page.url()).pathname + new URL(page.url()).search, `${WORK}/partners?q=falls`);
  await desk.speaks(page, other);
}
