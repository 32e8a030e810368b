// Every kind of page for the eye, the ear and the thumb. With KITH_FULL=1: every page that links lead to.
import assert from "node:assert/strict";
import { onePageOfEach, walk } from "../walk.mjs";

const AT = "/portage-falls";
const WORK = "/london-middlesex/work";

// One page of the public site for each kind of thing on it: a lead, a list, an object, a tree, a table, prose.
const PUBLIC = ["", "/partners", "/partners/maison-des-arrivants", "/who-we-are", "/who-we-are/partnership-council", "/declaration", "/declaration/sign", "/statements", "/get-involved", "/ask", "/privacy", "/accessibility"];
// The same in the workspace: lines, lists, filters, forms, an empty state, files.
const ROOMS = ["", "/partners", "/partners/new", "/people", "/people/new", "/sectors", "/councils", "/councils/new", "/councils/seats", "/councils/leaving", "/councils/composition", "/declarations", "/declarations/versions", "/declarations/invitations", "/declarations/statements", "/declarations/agreements", "/declarations/documents", "/declarations/documents/overview", "/outreach", "/outreach/joining", "/outreach/prospects", "/outreach/prospects/new", "/outreach/growth", "/outreach/checklist", "/outreach/log", "/outreach/log/new", "/outreach/enquiries", "/bin", "/mail", "/search?q=police"];

async function passes(desk, page) {
  await desk.titled(page);
  await desk.worded(page);
  await desk.marked(page);
  await desk.fits(page);
  await desk.axe(page);
}

export async function public_pages_in_english_fit_the_smallest_phone_and_have_no_barriers(desk) {
  const page = await desk.page({ width: 320, height: 640 });
  for (const path of PUBLIC) {
    await desk.go(page, `${AT}/en${path}`);
    await desk.speaks(page, "en");
    await passes(desk, page);
  }
}

export async function public_pages_in_arabic_run_from_right_to_left_and_have_no_barriers(desk) {
  const page = await desk.page({ width: 1280, lang: "ar" });
  for (const path of PUBLIC) {
    await desk.go(page, `${AT}/ar${path}`);
    await desk.speaks(page, "ar", "rtl");
    await passes(desk, page);
    await page.setViewportSize({ width: 320, height: 640 });
    await desk.fits(page);
    await page.setViewportSize({ width: 1280, height: 900 });
  }
}

export async function pages_of_the_workspace_fit_the_smallest_phone_and_have_no_barriers(desk) {
  const page = await desk.page({ width: 320, height: 640, who: "coordinator", of: "london-middlesex" });
  for (const path of ROOMS) {
    await desk.go(page, `${WORK}${path}`);
    await passes(desk, page);
  }
}

// What no link on a page of the demo leads to: an answer to a program, the gallery's samples (none shows what the demo
// does not), a file, a certificate of what nobody erased.
const NOT_MET = [
  "/{p}/work/thread/{kind}/{id}",
  "/{p}/work/gallery/{room}/{page}/{sample}",
  // The first page of the demo and that of the installation lead to the gallery, no page of a partnership.
  "/{p}/work/gallery",
  // Each plan of the demo has one version, and no wording of its lines waits to be adopted.
  "/{p}/work/plan/frameworks/{framework}/changes",
  "/{p}/work/plan/lines/{node}/adoption",
  // A file; a form that the table sends with the lines that were ticked; and nobody has changed many lines of the demo at once.
  "/{p}/work/plan/frameworks/{framework}/sheet",
  "/{p}/work/plan/frameworks/{framework}/edits/new",
  "/{p}/work/plan/frameworks/{framework}/edits/{edit}",
  // Evidence stands beside needs and a recommendation beside few lines; the walk opens one line, and these forms are among the samples.
  "/{p}/work/plan/lines/{node}/evidence/new",
  "/{p}/work/plan/lines/{node}/evidence/{record}/edit",
  "/{p}/work/plan/lines/{node}/evidence/{record}/removal",
  "/{p}/work/plan/lines/{node}/recommendations/{record}/edit",
  "/{p}/work/plan/lines/{node}/recommendations/{record}/removal",
  "/{p}/work/erasures/{erasure}",
  "/{p}/work/declarations/signatories/{signatory}/signatures/{signature}/file",
  "/{p}/work/declarations/documents/{record}/file",
  // The search is asked by the form on every page, not by a link; its page is among the rooms above.
  "/{p}/work/search",
  // What the form of a new service asks while somebody types; no page.
  "/{p}/work/directory/like",
  // No version of the demo's declaration is a draft, and no prospect there is a person.
  "/{p}/work/declarations/versions/{number}/edit",
  "/{p}/work/declarations/versions/{number}/publication",
  "/{p}/work/outreach/prospects/{prospect}/volunteer",
  // Nobody in the demo has two addresses yet.
  "/{p}/work/people/{person}/mail",
  // The demo offers a sheet to bring in; nobody has yet.
  "/{p}/work/import/{what}/{batch}",
  "/{p}/work/import/{what}/{batch}/mapping",
  "/{p}/work/import/{what}/{batch}/undoing",
  // And no visitor of the demo has suggested anything; these pages are among the samples.
  "/{p}/work/directory/suggestions/{suggestion}",
  "/{p}/work/directory/suggestions/{suggestion}/service",
  "/{p}/work/councils/{council}/terms-of-reference/{number}/file",
];

export async function a_page_of_each_shape_of_the_workspace_passes_and_links_lead_to_it(desk) {
  const page = await desk.open(`${AT}/work`, { width: 320, height: 640, who: "coordinator", of: "portage-falls" });
  await desk.inEnglish(page);
  const sought = /^\/\{p\}\/work/;
  const missed = await onePageOfEach(desk, page, `${AT}/work`, { sought, except: NOT_MET }, (there) => passes(desk, there));
  assert.deepEqual(missed, [], "no link leads to these");
}
Object.assign(a_page_of_each_shape_of_the_workspace_passes_and_links_lead_to_it, { seconds: 400 });

export async function what_stands_outside_a_partnership_passes_too(desk) {
  const page = await desk.open("/", { width: 320, height: 640 });
  await passes(desk, page);
  for (const path of ["/sign-in", "/sign-in/sent", "/sign-in/password"]) {
    await desk.go(page, path);
    await passes(desk, page);
  }
  await desk.signIn(page, "coordinator");
  for (const path of ["/sign-in/devices", "/sign-in/closing", "/sign-in/ways/password", "/sign-in/ways/second-factor", "/sign-in/ways/passkeys"]) {
    await desk.go(page, path);
    await desk.inEnglish(page);
    await passes(desk, page);
  }
}

export async function forms_of_the_public_in_arabic_pass_too(desk) {
  const page = await desk.page({ width: 1280, lang: "ar" });
  const refused = { status: 410 };
  const pages = [["/who-we-are/partnership-council/interest"], ["/invitation/gone", refused], ["/letters/stop/gone", refused]];
  for (const [path, how] of pages) {
    await desk.go(page, `${AT}/ar${path}`, how);
    await desk.speaks(page, "ar", "rtl");
    await passes(desk, page);
  }
  await desk.go(page, "/london-middlesex/ar/who-we-are/central-council");
  await passes(desk, page);
}

export async function public_pages_are_readable_in_the_dark_and_with_colours_of_the_readers_own(desk) {
  const page = await desk.page({ dark: true });
  for (const path of ["", "/who-we-are/partnership-council", "/partners"]) {
    await desk.go(page, `${AT}/en${path}`);
    await desk.axe(page);
  }
  await page.emulateMedia({ forcedColors: "active" });
  await desk.tabs(page);
}

export async function the_first_view_of_public_pages_is_light(desk) {
  for (const path of ["/en", "/en/who-we-are", "/ar/who-we-are"]) {
    const { bytes } = await desk.weight(`${AT}${path}`);
    assert.ok(bytes <= 14 * 1024, `${path}: ${bytes} bytes on the wire without pictures and fonts`);
  }
}

export async function every_public_page_in_every_width_and_language(desk) {
  for (const [lang, direction] of [["en", "ltr"], ["fr", "ltr"], ["ar", "rtl"]]) {
    await walk(desk, await desk.page({ lang }), `${AT}/${lang}`, [lang, direction]);
  }
  await walk(desk, await desk.page({ lang: "ar" }), "/london-middlesex/ar", ["ar", "rtl"]);
}
Object.assign(every_public_page_in_every_width_and_language, { full: true, seconds: 1800 });

// The two workspaces of the demo that differ most: one partnership that writes French, one with 125 seats.
async function everyPageOfTheWorkspace(desk, of) {
  const page = await desk.open(`/${of}/work`, { who: "coordinator", of });
  const lang = await page.getAttribute("html", "lang");
  await walk(desk, page, `/${of}/work`, [lang, "ltr"]);
}

export async function every_page_of_a_small_workspace_in_every_width(desk) {
  await everyPageOfTheWorkspace(desk, "portage-falls");
}
Object.assign(every_page_of_a_small_workspace_in_every_width, { full: true, seconds: 1800 });

export async function every_page_of_a_large_workspace_in_every_width(desk) {
  await everyPageOfTheWorkspace(desk, "london-middlesex");
}
Object.assign(every_page_of_a_large_workspace_in_every_width, { full: true, seconds: 1800 });
