// No more letters: from a letter to a group in French, by the page behind its link and by a mail program's one click (RFC 8058).
import assert from "node:assert/strict";

const COUNCILS = "/portage-falls/work/councils";
const PHONE = { width: 360, height: 740, lang: "fr-CA", scripts: false };
// Three who sit on the partnership council and read French; the third never stops anything.
const CLARISSE = { name: "Clarisse Ndongo", address: "clarisse-ndongo@portage-falls.example" };
const FATOU = { name: "Fatou Gallant", address: "fatou-gallant@portage-falls.example" };
const AURELIE = { name: "Aurélie Mbeki", address: "aurelie-mbeki@portage-falls.example" };
const ONE_CLICK = "List-Unsubscribe=One-Click";

const main = (page) => page.getByRole("main");
const text = (page, name) => main(page).getByRole("group", { name }).getByLabel("Français", { exact: true });

// The form of a letter to the partnership council, as its coordinator opens it.
async function writing(desk) {
  const page = await desk.open(COUNCILS, { who: "coordinator", scripts: false });
  await desk.inEnglish(page);
  await desk.press(page, main(page).getByRole("link", { name: "Partnership Council" }).first());
  await desk.press(page, main(page).getByRole("link", { name: /write to this group/i }).first());
  return page;
}

// Writes to the whole council in French; answers how many got it.
async function send(desk, page, subject) {
  await text(page, /^subject/i).first().fill(subject);
  await text(page, /^letter/i).first().fill("La prochaine rencontre a lieu mardi.");
  await desk.press(page, main(page).getByRole("button", { name: /show what each group/i }));
  await desk.axe(page);
  await desk.press(page, main(page).getByRole("button", { name: /send/i }).first());
  return Number((await main(page).locator("#earlier li").filter({ hasText: subject }).innerText()).match(/(\d+)/g).at(-1));
}

// Where one of them stands on the page of the letter: among those who get it, or with the day on which she stopped it.
async function hears(desk, page, { name }) {
  await page.reload();
  const among = main(page).locator("#recipients li").filter({ hasText: name });
  return !/asked for no letters/i.test(await among.first().textContent());
}

// The letter to one of them and the address by which it stops: the one in its headers is the one in its text.
async function letterTo(desk, { address }, subject) {
  const mail = await desk.mailTo(address);
  assert.deepEqual([mail.subject, mail.lang], [subject, "fr"]);
  assert.ok(!mail.to.includes(",") && !mail.headers.cc && !mail.headers.bcc, "exactly one recipient");
  assert.equal(mail.headers["list-unsubscribe-post"], ONE_CLICK);
  const stop = mail.headers["list-unsubscribe"]?.replace(/\s/g, "").match(/^<(http[^<>]+)>(,<mailto:[^<>]+>)?$/)?.[1];
  assert.match(stop ?? "", /\/fr\/letters\/stop\//);
  assert.ok(mail.links.includes(stop), `the text names ${mail.links}, the header ${stop}`);
  return stop;
}

// What a mail program sends: no cookie, no page before it, no word of where it comes from.
const byMailProgram = (address, body = ONE_CLICK) =>
  fetch(address, { method: "POST", body, headers: { "content-type": "application/x-www-form-urlencoded" }, redirect: "manual" });

export async function a_letter_stops_by_a_button_in_french_or_by_one_click_and_looking_changes_nothing(desk) {
  const office = await writing(desk);
  const sent = await send(desk, office, "Rencontre de mardi");
  const [one, other] = [await letterTo(desk, CLARISSE, "Rencontre de mardi"), await letterTo(desk, FATOU, "Rencontre de mardi")];
  assert.notEqual(one, other, "each reader has her own address");
  await letterTo(desk, AURELIE, "Rencontre de mardi");

  // A mail program that looks at every link, twice, and one that asks for the head alone.
  for (const method of ["GET", "GET", "HEAD"]) assert.equal((await fetch(one, { method })).status, 200);
  assert.ok(await hears(desk, office, CLARISSE), "looking stops nothing");

  const page = await desk.open(one, PHONE);
  await desk.speaks(page, "fr");
  assert.match(await main(page).innerText(), /rien n’a encore changé/i);
  await desk.worded(page);
  await desk.fits(page);
  await desk.axe(page);
  await desk.tabTo(page, /ne plus recevoir/i);
  assert.ok(await hears(desk, office, CLARISSE), "nor does the page that asks");
  await desk.press(page, main(page).getByRole("button", { name: /ne plus recevoir ces lettres/i }));
  await desk.speaks(page, "fr");
  assert.match(await main(page).innerText(), /vous ne recevez plus/i);
  await desk.axe(page);
  assert.ok(!(await hears(desk, office, CLARISSE)), "she gets none any more");

  // What is no such request stops nothing; the one that is needs no cookie, leaves none, and may come twice.
  assert.equal((await byMailProgram(other, "anything=else")).status, 422);
  assert.ok(await hears(desk, office, FATOU), "a form without the words of RFC 8058 stops nothing");
  for (const answer of [await byMailProgram(other), await byMailProgram(other)]) {
    assert.deepEqual([answer.status, answer.headers.get("set-cookie")], [200, null]);
    assert.match(await answer.text(), /<html lang="fr"[\s\S]*vous ne recevez plus/i);
  }
  assert.ok(!(await hears(desk, office, FATOU)), "one click is enough");
  assert.ok(await hears(desk, office, AURELIE), "nobody stops for another");

  assert.equal(await send(desk, office, "Rencontre de jeudi"), sent - 2);
  await letterTo(desk, AURELIE, "Rencontre de jeudi");
  assert.deepEqual([await desk.unreadTo(CLARISSE.address), await desk.unreadTo(FATOU.address)], [0, 0], "no letter left for those who stopped them");
  const again = await desk.open(one, PHONE);
  assert.equal(await main(again).getByRole("button").count(), 0, "there is nothing more to stop");
}
