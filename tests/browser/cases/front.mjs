// The first page that a visitor of the demo sees.
import assert from "node:assert/strict";

export async function it_is_one_page_without_barriers(desk) {
  const page = await desk.open("/");
  assert.equal(await page.locator("h1").count(), 1);
  await desk.worded(page);
  await desk.axe(page);
}

export async function it_is_without_barriers_in_the_dark(desk) {
  await desk.axe(await desk.open("/", { dark: true }));
}

export async function it_fits_a_phone_and_works_without_scripts(desk) {
  const page = await desk.open("/", { width: 320, height: 640, scripts: false });
  await desk.fits(page);
  await desk.tabs(page);
}

export async function its_first_view_is_light(desk) {
  const { bytes } = await desk.weight("/");
  assert.ok(bytes <= 14 * 1024, `${bytes} bytes on the wire without pictures and fonts`);
}

export async function an_address_that_does_not_exist_says_so_and_offers_a_way_on(desk) {
  const page = await desk.open("/no-such-partnership/en", { status: 404 });
  await desk.worded(page);
  await desk.axe(page);
  assert.ok((await page.locator("main a[href]").count()) > 0, "there is no way on");
}

export async function it_speaks_the_language_that_the_browser_prefers(desk) {
  for (const [lang, code, direction] of [["fr-CA", "fr", "ltr"], ["ar", "ar", "rtl"], ["tlh", "en", "ltr"]]) {
    const page = await desk.open("/", { lang });
    await desk.speaks(page, code, direction);
    await desk.worded(page);
    await desk.axe(page);
    await desk.fits(page);
  }
}
