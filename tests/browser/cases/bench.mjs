// The checks themselves, on pages that break what they guard: a check that sees nothing is worth nothing.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { shape } from "../walk.mjs";

const POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'";
const CLEAN = `<main><h1>Seats</h1><p><a href="/a">First</a> <button>Second</button></p></main>`;

// Serves one page under a strict policy while `look` looks at its address.
async function serving(body, look, { css = "", js = "" } = {}) {
  const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Seats</title>
    <meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="/icon.svg">
    <link rel="stylesheet" href="/page.css"><script src="/page.js" defer></script></head><body>${body}</body></html>`;
  const files = {
    "/": ["text/html", page],
    "/page.css": ["text/css", css],
    "/page.js": ["text/javascript", js],
    "/icon.svg": ["image/svg+xml", `<svg xmlns="http://www.w3.org/2000/svg"/>`],
  };
  const server = createServer((request, answer) => {
    const [type, text] = files[request.url] ?? ["text/plain", ""];
    answer.writeHead(request.url in files ? 200 : 404, { "content-type": type, "content-security-policy": POLICY });
    answer.end(text);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    await look(`http://127.0.0.1:${server.address().port}/`);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

export async function a_clean_page_passes_every_check(desk) {
  await serving(CLEAN, async (address) => {
    const page = await desk.open(address, { width: 320 });
    await desk.axe(page);
    await desk.fits(page);
    await desk.speaks(page, "en");
    await desk.worded(page);
    assert.deepEqual(await desk.tabs(page), ["First", "Second"]);
  });
}

export async function axe_sees_a_field_without_a_label(desk) {
  await serving(`<main><h1>Seats</h1><input type="text"></main>`, async (address) => {
    for (const scripts of [true, false]) {
      const page = await desk.open(address, { scripts });
      assert.deepEqual((await desk.violations(page)).map(({ id }) => id), ["label"]);
      await assert.rejects(desk.axe(page), /has barriers/);
    }
  });
}

export async function with_scripts_switched_off_none_runs_and_the_page_can_be_measured(desk) {
  await serving(CLEAN, async (address) => {
    const page = await desk.open(address, { scripts: false, width: 320 });
    assert.equal(await page.textContent("h1"), "Seats");
    await desk.fits(page);
    await desk.worded(page);
    assert.deepEqual(await desk.tabs(page), ["First", "Second"]);
    await desk.axe(page);
  }, { js: "document.querySelector('h1').textContent = 'Scripts run'" });
}

export async function inline_style_and_script_are_heard(desk) {
  const heard = desk.expectNoise();
  await serving(`${CLEAN}<p style="color:red">x</p><script>document.title = "no"</script>`, async (address) => {
    await desk.open(address);
  });
  assert.equal(heard.filter((line) => line.startsWith("blocked")).length, 2, heard.join("\n"));
}

export async function errors_missing_files_and_other_hosts_are_heard(desk) {
  const heard = desk.expectNoise();
  await serving(`${CLEAN}<img src="/gone.png" alt=""><a href="http://elsewhere.invalid/">Away</a>`, async (address) => {
    const page = await desk.open(address);
    await Promise.all([page.waitForEvent("requestfailed"), page.click("text=Away")]);
  }, { js: "throw new Error('broken')" });
  for (const beginning of ["error in a script: broken", "404 for", "request to another host"]) {
    assert.ok(heard.some((line) => line.startsWith(beginning)), `${beginning}: ${heard.join("\n")}`);
  }
}

export async function a_page_too_wide_for_a_phone_is_seen(desk) {
  await serving(`${CLEAN}<p class="wide">x</p>`, async (address) => {
    const page = await desk.open(address, { width: 320 });
    await assert.rejects(desk.fits(page), /px wide/);
  }, { css: ".wide { inline-size: 400px }" });
}

export async function a_focus_that_cannot_be_seen_is_seen(desk) {
  await serving(CLEAN, async (address) => {
    const page = await desk.open(address);
    await assert.rejects(desk.tabs(page), /cannot be seen/);
  }, { css: "a:focus { outline: none }" });
}

export async function what_tab_does_not_reach_is_seen(desk) {
  const trap = "addEventListener('keydown', (e) => { if (e.key === 'Tab' && document.activeElement.href) e.preventDefault(); })";
  await serving(CLEAN, async (address) => {
    const page = await desk.open(address);
    await assert.rejects(desk.tabs(page), /does not reach/);
  }, { js: trap });
}

export async function a_missing_word_is_seen(desk) {
  await serving("<main><h1>⟦seat-held⟧</h1></main>", async (address) => {
    await assert.rejects(desk.worded(await desk.open(address)), /lacks words/);
  });
}

export async function a_page_without_a_heading_or_with_two_is_seen(desk) {
  await serving(CLEAN, async (address) => desk.titled(await desk.open(address)));
  for (const body of ["<main><p>Seats</p></main>", "<main><h1> </h1></main>", "<main><h1>Seats</h1><h1>Groups</h1></main>"]) {
    await serving(body, async (address) => {
      await assert.rejects(desk.titled(await desk.open(address)), /not one heading/);
    });
  }
}

export async function an_address_has_the_shape_of_the_route_that_names_most_of_it() {
  assert.equal(shape("/maple/work/councils/new"), "/{p}/work/councils/new");
  assert.equal(shape("/maple/work/councils/0192"), "/{p}/work/councils/{council}");
  assert.equal(shape("/maple/nowhere/at/all/here"), "/maple/nowhere/at/all/here");
}

export async function words_of_another_language_that_do_not_say_so_are_seen(desk) {
  const js = "document.documentElement.lang = 'ar'";
  await serving('<main><h1>مقاعد</h1><p><span lang="en">Housing</span> <bdi>Nadia</bdi></p></main>', async (address) => desk.marked(await desk.open(address)), { js });
  await serving("<main><h1>مقاعد</h1><p>Housing</p></main>", async (address) => {
    await assert.rejects(desk.marked(await desk.open(address)), /words of another language/);
  }, { js });
}
