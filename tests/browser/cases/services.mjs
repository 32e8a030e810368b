// Services from both sides of the door, on a phone and without scripts, in Arabic and in English: from a need to a service to paper; from
// "I could not get help here" to a record that is put right and a sender who is told; and a record verified by the link of a letter.
import assert from "node:assert/strict";

const HOME = "/portage-falls";
const ROOM = `${HOME}/work/directory`;
const PHONE = { width: 360, height: 740, scripts: false };
const PRINTER = 800;

const ENGLISH = {
  lang: "en", direction: "ltr",
  need: "Doctor and health",
  service: "Doctor and nurse, without a health card too", beside: "Médecin et infirmière, même sans carte santé",
  print: "Print this list", sheet: "A sheet to hand over", write: "My name (if I wish):", back: "Back",
  failed: { service: "Dental clinic", way: "I could not get help here", reason: "It was closed when I could come", words: /^What happened/, mail: /^Your mail address/, send: "Send" },
  note: "I work from Monday to Friday. Nobody was there on Saturday.", address: "lena.could-not@newcomer.example",
  answer: "The clinic is open on Saturday morning now. We have written it down.",
  letter: { organization: "River Arts Collective", reader: "maelle-ito@portage-falls.example", unchanged: "Nothing has changed", correct: "Correct something", phones: /^Telephone numbers/, wrong: "soon", number: "807-555-0188", send: "Send", thanks: "Thank you" },
};

const ARABIC = {
  lang: "ar", direction: "rtl",
  need: "الطبيب والصحة",
  service: "طبيب وممرضة، حتى من دون بطاقة صحية", beside: "Doctor and nurse, without a health card too",
  print: "اطبع هذه القائمة", sheet: "ورقة تسلمها لهم", write: "اسمي (إن أردت):", back: "رجوع",
  failed: { service: "طبيب وممرضة، حتى من دون بطاقة صحية", way: "لم أحصل على مساعدة هنا", reason: "كانت مغلقة حين أستطيع المجيء", words: /^ماذا حدث/, mail: /^بريدك الإلكتروني/, send: "إرسال" },
  note: "أعمل حتى السادسة مساء.\nكان الباب مغلقًا يوم الجمعة.", address: "samira.could-not@newcomer.example",
  answer: "صارت العيادة مفتوحة مساء الجمعة. شكرًا لك.",
  letter: { organization: "Open Pantry Food Bank", reader: "xiomara-reid@portage-falls.example", unchanged: "لم يتغير شيء", correct: "تصحيح شيء", phones: /^(الهاتف|أرقام الهاتف)/, wrong: "قريبًا", number: "807-555-0177", send: "إرسال", thanks: "شكرا لكم" },
};

const main = (page) => page.getByRole("main");
const here = (page) => decodeURIComponent(new URL(page.url()).pathname);
const link = (page, name) => main(page).getByRole("link", { name, exact: true });
const open = (desk, at, tongue) => desk.open(`${HOME}/${tongue.lang}${at}`, { ...PHONE, lang: tongue.lang });

// What every page on the way has to be.
async function passed(desk, page, { lang, direction }) {
  await desk.speaks(page, lang, direction);
  await desk.titled(page);
  await desk.worded(page);
  await desk.marked(page);
  await desk.fits(page);
  await desk.axe(page);
}

async function office(desk, at) {
  const page = await desk.open(at, { who: "coordinator", scripts: false });
  await desk.inEnglish(page);
  return page;
}

// From the first page of the site to the service, by what she needs.
async function toTheService(desk, tongue, service) {
  const page = await open(desk, "", tongue);
  await passed(desk, page, tongue);
  await desk.press(page, link(page, tongue.need));
  await passed(desk, page, tongue);
  const found = link(page, service);
  const more = main(page).locator("a[rel=next]");
  for (let pages = 0; (await found.count()) === 0 && pages < 5; pages += 1) await desk.press(page, more);
  await desk.press(page, found.first());
  await passed(desk, page, tongue);
  return page;
}

async function fromANeedToPaper(desk, tongue) {
  const page = await toTheService(desk, tongue, tongue.service);
  const text = await main(page).innerText();
  assert.ok(text.includes("807-555-0127") && text.includes("61 Ferry Street"), text);
  assert.equal(await main(page).locator('a[href="tel:8075550127"]').count() > 0, true, "one tap calls");

  // A sheet to hand over: in her words and in those of the desk, with room to write by hand.
  await desk.press(page, link(page, tongue.sheet));
  await passed(desk, page, tongue);
  const sheet = await main(page).innerText();
  assert.ok(sheet.includes(tongue.service) && sheet.includes(tongue.beside), "in both languages");
  assert.ok(sheet.includes(tongue.write), sheet);
  await desk.press(page, link(page, tongue.back));

  // The whole list, with a square that leads back to it.
  await desk.go(page, `${HOME}/${tongue.lang}/help`);
  await desk.press(page, link(page, tongue.need));
  await desk.press(page, link(page, tongue.print));
  await passed(desk, page, tongue);
  const paper = main(page).locator(".paper");
  assert.ok((await paper.innerText()).includes(`/${tongue.lang}/help?need=health`), "the address stands beside the square");
  assert.ok((await paper.locator("svg").count()) > 0);
  assert.ok((await paper.innerText()).includes("807-555-0127"));
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: PRINTER, height: 1100 });
  await desk.fits(page);
  assert.equal(await link(page, tongue.back).isVisible(), false, "buttons are not printed");
  assert.ok(await paper.isVisible());
}

export async function from_a_need_to_a_service_to_paper_in_english(desk) {
  await fromANeedToPaper(desk, ENGLISH);
}

export async function from_a_need_to_a_service_to_paper_in_arabic(desk) {
  await fromANeedToPaper(desk, ARABIC);
}

async function fromNoHelpToARecordPutRight(desk, tongue, { label, hours, shown }) {
  const { failed, note, address, answer } = tongue;
  const page = await toTheService(desk, tongue, failed.service);
  const service = page.url();
  await desk.press(page, link(page, failed.way));
  await passed(desk, page, tongue);
  // Nothing said is told, and nothing typed is lost.
  await main(page).getByLabel(failed.words).fill(note);
  await main(page).getByLabel(failed.mail).fill(address);
  const send = main(page).getByRole("button", { name: failed.send });
  await desk.press(page, send, { status: 422 });
  await passed(desk, page, tongue);
  assert.equal((await main(page).getByLabel(failed.words).inputValue()).replaceAll("\r\n", "\n"), note);
  await main(page).getByLabel(failed.reason).check();
  await desk.press(page, send);
  assert.equal(here(page), `${HOME}/${tongue.lang}/suggestion-received`);
  await passed(desk, page, tongue);

  // In the queue: the reason, her words as she wrote them, and a way to the record.
  const staff = await office(desk, `${ROOM}/suggestions?state=open&kind=barrier`);
  await desk.axe(staff);
  await desk.press(staff, main(staff).getByRole("row").filter({ hasText: /could not get help/i }).getByRole("link").first());
  const words = main(staff).locator("blockquote");
  assert.deepEqual([await words.getAttribute("lang"), await words.getAttribute("dir")], [tongue.lang, tongue.direction]);
  assert.equal((await words.innerText()).trim().replace(/\n+/g, "\n"), note);
  assert.match(await main(staff).innerText(), /it was closed when i could come/i);
  await passed(desk, staff, ENGLISH);
  const suggestion = staff.url();
  await desk.press(staff, main(staff).getByRole("link", { name: /change the service/i }));
  await main(staff).getByLabel(label).fill(hours);
  await desk.press(staff, main(staff).getByRole("button", { name: /^save/i }));
  await desk.go(staff, suggestion);
  await main(staff).getByRole("radio", { name: /^noted/i }).check();
  await main(staff).getByLabel(/^what the sender is told/i).fill(answer);
  await desk.press(staff, main(staff).getByRole("button", { name: /^decide/i }));
  await desk.axe(staff);

  // She is told in her language, and her address is gone.
  const mail = await desk.mailTo(address);
  assert.equal(mail.lang, tongue.lang);
  assert.ok(mail.text.includes(answer) && !mail.text.includes(note), mail.text);
  await desk.go(staff, suggestion);
  assert.ok(!(await main(staff).innerText()).includes(address), "her address goes with the answer");
  await desk.go(page, service);
  assert.ok((await main(page).innerText()).includes(shown), `the record is put right: ${shown}`);
  await passed(desk, page, tongue);
  // The reason is counted, and nothing of her is.
  await desk.go(staff, `${ROOM}/barriers`);
  const row = main(staff).getByRole("row").filter({ hasText: /it was closed when i could come/i });
  assert.ok((await row.count()) > 0);
}

export async function who_could_not_get_help_is_heard_and_told_in_english(desk) {
  await fromNoHelpToARecordPutRight(desk, ENGLISH, { label: /^saturday/i, hours: "9-12", shown: "09:00–12:00" });
}

export async function who_could_not_get_help_is_heard_and_told_in_arabic(desk) {
  await fromNoHelpToARecordPutRight(desk, ARABIC, { label: /^friday/i, hours: "8-12, 17-20", shown: "17:00–20:00" });
}

async function verifiedByLink(desk, tongue) {
  const { organization, reader, unchanged, correct, phones, wrong, number, send, thanks } = tongue.letter;
  const staff = await office(desk, `${ROOM}/asking`);
  for (const box of await main(staff).getByRole("checkbox").all()) await box.uncheck();
  await main(staff).getByRole("checkbox", { name: new RegExp(`^${organization}`) }).check();
  await desk.press(staff, main(staff).getByRole("button", { name: /see the letters/i }));
  await passed(desk, staff, ENGLISH);
  await desk.press(staff, main(staff).getByRole("button", { name: /^send/i }));
  const mail = await desk.mailTo(reader);
  const letter = mail.links.find((one) => one.includes("/your-services/"));
  assert.ok(letter, mail.text);

  // The language stands in the address, whichever the letter was written in.
  const page = await desk.open(letter.replace(/\/(en|fr|ar)\/your-services/, `/${tongue.lang}/your-services`), { ...PHONE, lang: tongue.lang });
  await passed(desk, page, tongue);
  // Mail programs open links by themselves: looking says nothing.
  const tap = main(page).getByRole("button", { name: unchanged, exact: true });
  const before = await tap.count();
  assert.ok(before >= 2, `${organization} has ${before} records to look at`);
  await page.reload();
  assert.equal(await tap.count(), before);

  await desk.press(page, tap.first());
  assert.equal(await tap.count(), before - 1, "one tap");
  await passed(desk, page, tongue);

  const next = main(page).locator("section", { has: page.getByRole("button", { name: unchanged, exact: true }) }).first();
  const name = (await next.getByRole("heading", { level: 2 }).innerText()).trim();
  await desk.press(page, next.getByRole("link", { name: correct }));
  await passed(desk, page, tongue);
  await main(page).getByLabel(phones).fill(wrong);
  await desk.press(page, main(page).getByRole("button", { name: send, exact: true }), { status: 422 });
  assert.equal(await main(page).getByLabel(phones).inputValue(), wrong);
  await passed(desk, page, tongue);
  await main(page).getByLabel(phones).fill(number);
  await desk.press(page, main(page).getByRole("button", { name: send, exact: true }));
  for (let left = before - 2; left > 0; left -= 1) await desk.press(page, tap.first());
  assert.equal((await page.getByRole("heading", { level: 1 }).innerText()).trim(), thanks);
  await passed(desk, page, tongue);

  // It stands in the inventory at once, verified today, and visitors read the new number.
  await desk.go(staff, `${ROOM}/asking`);
  assert.match(await main(staff).getByRole("row").filter({ hasText: organization }).innerText(), /answered/i);
  const visitor = await open(desk, `/help?q=${encodeURIComponent(name)}`, tongue);
  const card = main(visitor).getByRole("article").filter({ hasText: name }).first();
  assert.ok((await card.innerText()).includes(number), await card.innerText());
  await passed(desk, visitor, tongue);
}

export async function a_record_is_verified_by_the_link_of_a_letter_in_english(desk) {
  await verifiedByLink(desk, ENGLISH);
}

export async function a_record_is_verified_by_the_link_of_a_letter_in_arabic(desk) {
  await verifiedByLink(desk, ARABIC);
}
