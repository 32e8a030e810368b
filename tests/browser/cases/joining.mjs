// Getting involved in Arabic, on a phone and without scripts: from the first page to an answer in one's mailbox and a place among
// the partners.
import assert from "node:assert/strict";

const HOME = "/portage-falls";
const QUEUE = `${HOME}/work/outreach/joining`;
const PHONE = { width: 360, height: 740, lang: "ar", scripts: false };

const GROUP = {
  name: "حلقة الخياطة في شارع المحطة",
  english: "Sewing Circle of Station Street",
  contact: "رنا الحلبي",
  address: "rana@circle.example",
  wish: "نلتقي كل يوم ثلاثاء ونعلّم الخياطة بالعربية.\nنود أن نفتح بابنا للجارات الجديدات.",
};
const VOLUNTEER = { contact: "يوسف الكردي", address: "yousef@circle.example", wish: "أقدر أن أساعد يوم السبت في الترجمة." };
const ANSWER = { group: "أهلًا بكنّ بيننا. نزوركنّ يوم الثلاثاء.", volunteer: "شكرًا يا يوسف. نتصل بك قبل السبت." };

const main = (page) => page.getByRole("main");
const here = (page) => new URL(page.url()).pathname;

// From the first page of the site to the form, as a visitor finds it.
async function toTheForm(desk) {
  const page = await desk.open(`${HOME}/ar`, PHONE);
  await desk.press(page, page.getByRole("link", { name: "شارك معنا" }).first());
  await desk.speaks(page, "ar", "rtl");
  return page;
}

const form = (page) => main(page).locator("#write form");
const send = (page) => form(page).getByRole("button");

async function write(page, { name, contact, address, wish }, { agrees = true } = {}) {
  await form(page).getByRole("radio", { name: name ? "مجموعة غير رسمية" : "فرد" }).check();
  if (name) await form(page).getByLabel(/^اسم المنظمة أو المجموعة/).fill(name);
  await form(page).getByLabel(/^اسمك/).fill(contact);
  await form(page).getByLabel(/^عنوان البريد/).fill(address);
  await form(page).getByLabel(/^ما تود أن تفعله/).fill(wish);
  if (agrees) await form(page).getByRole("checkbox").check();
}

// The one mail to somebody: to nobody else, in Arabic.
async function mailInArabic(desk, address) {
  const mail = await desk.mailTo(address);
  assert.equal(mail.lang, "ar");
  assert.match(mail.subject, /\p{Script=Arabic}/u);
  assert.ok(mail.to.endsWith(address) || mail.to.endsWith(`<${address}>`), `to ${mail.to}`);
  assert.ok(!mail.to.includes(",") && !mail.headers.cc && !mail.headers.bcc, "exactly one recipient");
  return mail;
}

// The coordinator opens what somebody wrote, from the queue of those who wait.
async function fromTheQueue(desk, { name, contact, wish }) {
  const office = await desk.open(QUEUE, { who: "coordinator", width: 360, height: 740, scripts: false });
  await desk.inEnglish(office);
  await desk.axe(office);
  await desk.press(office, main(office).getByRole("link", { name: name ?? contact }));
  const words = main(office).locator("#wish blockquote");
  assert.deepEqual([await words.getAttribute("lang"), await words.getAttribute("dir")], ["ar", "rtl"], "the words say what language they are");
  assert.equal((await words.innerText()).trim(), wish);
  assert.match(await main(office).locator("dl").first().locator("dd").first().innerText(), /^\W*new/i);
  await desk.worded(office);
  await desk.fits(office);
  await desk.axe(office);
  return office;
}

export async function a_group_writes_in_arabic_on_a_phone_is_answered_in_arabic_and_becomes_a_partner(desk) {
  const page = await toTheForm(desk);
  await desk.tabTo(page, /ما تود أن تفعله/);
  await desk.fits(page);
  await desk.marked(page);
  await desk.axe(page);
  await write(page, GROUP);
  await desk.press(page, send(page));
  assert.equal(here(page), `${HOME}/ar/get-involved/received`);
  await desk.speaks(page, "ar", "rtl");
  await desk.axe(page);
  const receipt = await mailInArabic(desk, GROUP.address);
  assert.ok(!receipt.text.includes("الخياطة"), "a receipt repeats nothing that was typed");

  const office = await fromTheQueue(desk, GROUP);
  const answer = main(office).locator("#answer form");
  await answer.getByLabel(/^your words/i).fill(ANSWER.group);
  await desk.press(office, answer.getByRole("button"));
  const mail = await mailInArabic(desk, GROUP.address);
  assert.ok(mail.text.includes(GROUP.contact) && mail.text.includes(ANSWER.group), mail.text);

  await desk.press(office, main(office).getByRole("link", { name: /make it a partner/i }));
  await desk.axe(office);
  const called = main(office).getByRole("group", { name: /^name of the organization/i });
  await main(office).getByLabel(/^who may know of it/i).selectOption("public");
  const keep = main(office).getByRole("button", { name: /keep it as a partner/i });
  await desk.press(office, keep, { status: 422 });
  assert.match(await office.getByRole("alert").innerText(), /name in english or in french/i, "not everybody in the office reads Arabic");
  assert.equal(await called.getByLabel("العربية").inputValue(), GROUP.name, "what it is called is not typed again");
  await called.getByLabel("English").fill(GROUP.english);
  await desk.press(office, keep);
  assert.match(await main(office).locator("dl").first().innerText(), /became a partner/i);

  const visitor = await desk.open(`${HOME}/ar/partners?q=${encodeURIComponent("الخياطة")}`, PHONE);
  await desk.press(visitor, main(visitor).getByRole("link", { name: GROUP.name }));
  assert.equal((await visitor.getByRole("heading", { level: 1 }).innerText()).trim(), GROUP.name);
  await desk.go(office, `${QUEUE}?state=new`);
  assert.equal(await main(office).getByRole("link", { name: GROUP.name }).count(), 0, "it does not wait for an answer any more");
}

export async function a_person_writes_in_arabic_and_becomes_a_volunteer_with_one_answer(desk) {
  const page = await toTheForm(desk);
  await write(page, VOLUNTEER);
  await desk.press(page, send(page));
  await mailInArabic(desk, VOLUNTEER.address);

  const office = await fromTheQueue(desk, VOLUNTEER);
  assert.equal(await main(office).getByRole("link", { name: /make it a partner/i }).count(), 0, "a person is no organization");
  await desk.press(office, main(office).getByRole("link", { name: /as a volunteer/i }));
  await main(office).getByLabel(/^your words/i).fill(ANSWER.volunteer);
  await desk.press(office, main(office).getByRole("button", { name: /keep the person/i }));
  assert.match(await main(office).locator("dl").first().innerText(), /became a volunteer/i);
  const mail = await mailInArabic(desk, VOLUNTEER.address);
  assert.ok(mail.text.includes(ANSWER.volunteer), mail.text);
  await desk.press(office, main(office).locator("dl").first().getByRole("link", { name: VOLUNTEER.contact }));
  assert.ok((await main(office).innerText()).includes(VOLUNTEER.address), "and is reached where she wrote");
}

export async function without_agreement_nothing_is_kept_and_the_form_says_so_in_arabic(desk) {
  const page = await toTheForm(desk);
  await write(page, { ...GROUP, name: "مجموعة لم توافق" }, { agrees: false });
  await desk.press(page, send(page), { status: 422 });
  await desk.speaks(page, "ar", "rtl");
  assert.equal(await page.getByRole("alert").getByRole("link").count(), 1, "one thing is wrong");
  assert.equal(await form(page).getByLabel(/^اسم المنظمة أو المجموعة/).inputValue(), "مجموعة لم توافق");
  assert.equal((await form(page).getByLabel(/^ما تود أن تفعله/).inputValue()).replaceAll("\r\n", "\n"), GROUP.wish);
  await desk.fits(page);
  await desk.worded(page);
  await desk.marked(page);
  await desk.axe(page);
  const office = await desk.open(`${QUEUE}?q=${encodeURIComponent("لم توافق")}`, { who: "coordinator", scripts: false });
  assert.equal(await main(office).getByRole("link", { name: "مجموعة لم توافق" }).count(), 0);
}
