// What a case works with: pages as different people see them, and the checks that every page must pass.
//
// A page opened here is watched. A blocked inline style or script, an error in a script, a request to another
// host, or a missing asset fails the case at its end; `expectNoise` says that a case provokes them on purpose.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

const axeSource = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const TABBABLE = "a[href], button:not([disabled]), input:not([disabled]):not([type=hidden]), select, textarea, summary, [tabindex='0']";

export class Desk {
  #contexts = [];
  #noise = [];
  #noisy = false;
  #scriptless = new Set();

  constructor(browser, demo, title) {
    this.browser = browser;
    this.demo = demo;
    this.title = title;
  }

  // The demo server's address; starts it when needed.
  origin() {
    return this.demo.origin();
  }

  // A page in a fresh profile. width and height in CSS pixels; scripts: false switches them off;
  // lang is what the browser says it prefers; who signs in to the demo first, to the partnership `of`.
  async page({ width = 1280, height = 900, scripts = true, lang = "en-CA", dark = false, who = null, of } = {}) {
    const context = await this.browser.newContext({
      viewport: { width, height },
      javaScriptEnabled: scripts,
      locale: lang,
      colorScheme: dark ? "dark" : "light",
      reducedMotion: "reduce",
    });
    this.#contexts.push(context);
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    this.#watch(page);
    if (!scripts) this.#scriptless.add(page);
    if (who) await this.signIn(page, who, of);
    return page;
  }

  // Opens an address of the demo (or a whole one) and expects the status, 200 unless told.
  async open(address, { status = 200, ...how } = {}) {
    const page = await this.page(how);
    await this.go(page, address, { status });
    return page;
  }

  // Leads a page to an address and expects the status.
  async go(page, address, { status = 200 } = {}) {
    const whole = address.startsWith("http") ? address : (await this.origin()) + address;
    const answer = await page.goto(whole, { waitUntil: "load" });
    assert.equal(answer.status(), status, `${address} answered ${answer.status()}`);
    return answer;
  }

  // Signs a page's profile in to the demo with one click: as coordinator, chair, partner or funder.
  async signIn(page, who, partnership = "portage-falls") {
    const origin = await this.origin();
    const answer = await page.context().request.post(`${origin}/demo/sign-in`, {
      form: { partnership, as: who },
      headers: { Origin: origin, "Sec-Fetch-Site": "same-origin" },
      maxRedirects: 0,
    });
    assert.equal(answer.status(), 303, `signing in to ${partnership} as ${who}`);
  }

  // Tells the account of a signed-in page to speak English, as the button in its bar does, and shows the page again.
  async inEnglish(page) {
    if ((await page.getAttribute("html", "lang")) === "en") return;
    await this.press(page, page.getByRole("banner").getByRole("button", { name: "English" }));
  }

  // Presses what leads to another page, and expects the status of the page that then stands there.
  async press(page, button, { status = 200 } = {}) {
    const arrived = (answer) => answer.request().isNavigationRequest() && answer.status() !== 303;
    const [answer] = await Promise.all([page.waitForResponse(arrived), button.click()]);
    await page.waitForLoadState("load");
    assert.equal(answer.status(), status, `${answer.url()} answered ${answer.status()}`);
    return answer;
  }

  // The next mail to an address that was not read before: its subject, its text and the links in it.
  async mailTo(address) {
    return this.demo.mailTo(address);
  }

  // How many mails to an address nobody has read yet: none is waited for.
  async unreadTo(address) {
    return this.demo.unreadTo(address);
  }

  // Moves the focus with Tab alone until it stands on what has this name. Answers how often it was pressed.
  async tabTo(page, name, { most = 150 } = {}) {
    const passed = [];
    for (let step = 1; step <= most; step += 1) {
      await page.keyboard.press("Tab");
      const here = await page.evaluate(() => {
        const at = document.activeElement;
        if (!at || at === document.body) return "";
        return (at.ariaLabel || at.labels?.[0]?.innerText || at.innerText || at.name || "").trim().replace(/\s+/g, " ");
      });
      if (name.test(here)) return step;
      passed.push(here);
    }
    return assert.fail(`${page.url()}: Tab does not reach ${name}, only: ${passed.join(" | ")}`);
  }

  // Accessibility: no violation that axe can see, in the page as it stands; where scripts are off, in a twin that has them.
  async axe(page, { except = [] } = {}) {
    const violations = await this.violations(page, except);
    const lines = violations.map(({ id, help, nodes }) => `${id}: ${help}\n    ${nodes.map((node) => node.html).slice(0, 3).join("\n    ")}`);
    assert.equal(lines.length, 0, `${page.url()} has barriers:\n  ${lines.join("\n  ")}`);
  }

  // What axe finds. The source is evaluated by the debugger, so the page's own policy stays in force.
  async violations(page, except = []) {
    const looked = this.#scriptless.has(page) ? await this.#twin(page) : page;
    await looked.evaluate(axeSource);
    const rules = Object.fromEntries(except.map((rule) => [rule, { enabled: false }]));
    const options = { runOnly: { type: "tag", values: AXE_TAGS }, rules, resultTypes: ["violations"] };
    const result = await looked.evaluate((given) => globalThis.axe.run(document, given), options);
    if (looked !== page) await looked.context().close();
    return result.violations;
  }

  // The same page with scripts on, which axe needs: the very text that was answered, also to a form, at the same address and
  // width. What was typed since is not in it.
  async #twin(page) {
    const { width, height } = page.viewportSize();
    const twin = await this.page({ width, height });
    const [address, body] = [page.url().split("#")[0], await page.content()];
    await twin.route((url) => url.href === address, (route) => route.fulfill({ body, contentType: "text/html; charset=utf-8" }));
    await this.go(twin, address);
    return twin;
  }

  // Reflow: nothing makes the page scroll sideways. Tables and the like may scroll within themselves.
  async fits(page) {
    const { wide, width } = await page.evaluate(() => ({
      wide: document.scrollingElement.scrollWidth,
      width: document.documentElement.clientWidth,
    }));
    assert.ok(wide <= width, `${page.url()} is ${wide} px wide in a window of ${width}`);
  }

  // Keyboard: Tab reaches everything that can be used, each with a visible focus. Answers their names in order.
  async tabs(page, { most = 300 } = {}) {
    await page.evaluate((selector) => {
      document.activeElement?.blur();
      const visible = (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest("details:not([open]) > :not(summary)");
      const radios = new Set();
      const all = [...document.querySelectorAll(selector)].filter((element) => {
        if (element.tabIndex < 0 || !visible(element)) return false;
        if (element.type !== "radio" || !element.name) return true;
        const group = `${element.form?.id ?? ""}/${element.name}`;
        return !radios.has(group) && radios.add(group);
      });
      const look = (element) => {
        const { outlineStyle, outlineWidth, boxShadow, backgroundColor, borderColor, textDecoration } = getComputedStyle(element);
        return JSON.stringify([outlineStyle, outlineWidth, boxShadow, backgroundColor, borderColor, textDecoration]);
      };
      const name = (element) => (element.ariaLabel || element.labels?.[0]?.innerText || element.innerText || element.name || element.tagName).trim();
      const radio = (element) => (element.type === "radio" && element.name ? `${element.form?.id ?? ""}/${element.name}` : null);
      globalThis.kithTabs = { all, before: new Map(all.map((element) => [element, look(element)])), look, name, radio, seen: new Set() };
    }, TABBABLE);
    const order = [];
    for (let step = 0; step < most; step += 1) {
      await page.keyboard.press("Tab");
      const stop = await page.evaluate(() => {
        const { before, look, name, seen } = globalThis.kithTabs;
        const element = document.activeElement;
        if (!element || element === document.body || seen.has(element)) return null;
        seen.add(element);
        return { name: name(element), marked: !before.has(element) || before.get(element) !== look(element) };
      });
      if (!stop) break;
      assert.ok(stop.marked, `${page.url()}: the focus on "${stop.name}" cannot be seen`);
      order.push(stop.name);
    }
    const missed = await page.evaluate(() => {
      const { all, name, radio, seen } = globalThis.kithTabs;
      const groups = new Set([...seen].map(radio));
      return all.filter((element) => !seen.has(element) && !(radio(element) && groups.has(radio(element)))).map(name);
    });
    assert.deepEqual(missed, [], `${page.url()}: Tab does not reach these`);
    return order;
  }

  // Language and direction as the page declares them.
  async speaks(page, lang, direction = "ltr") {
    const declared = await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir || "ltr"]);
    assert.deepEqual(declared, [lang, direction], `${page.url()} declares another language`);
  }

  // One heading that says what the page is, and a name for the tab it stands in.
  async titled(page) {
    const headings = (await page.getByRole("heading", { level: 1 }).allInnerTexts()).map((one) => one.trim());
    assert.ok(headings.length === 1 && headings[0], `${page.url()} has not one heading: ${JSON.stringify(headings)}`);
    assert.ok((await page.title()).trim(), `${page.url()} has no title`);
  }

  // No text that the words of the program lack: such a key shows as ⟦key⟧.
  async worded(page) {
    const text = await page.evaluate(() => document.documentElement.outerHTML);
    const missing = text.match(/⟦[^⟧]*⟧/g) ?? [];
    assert.deepEqual(missing, [], `${page.url()} lacks words`);
  }

  // Words of another language say so: on an Arabic page no Latin words stand outside an element that names its language,
  // unless they are a person's name (bdi). What a program alone reads (linked data) is no word of the page.
  async marked(page) {
    const bare = await page.evaluate(() => {
      if (document.documentElement.lang !== "ar") return [];
      const everywhere = /\S+@\S+|https?:\S+|\S*\d\S*|\b(Kith|WCAG|Excel|CSV|Word|Tab)\b/g;
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const found = [];
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        const around = text.parentElement;
        const isMarked = around.closest("bdi, code, script") || around.closest("[lang]").getAttribute("lang") !== "ar";
        if (!isMarked && /[A-Za-z]{3,}/.test(text.data.replace(everywhere, ""))) found.push(text.data.trim());
      }
      return found;
    });
    assert.deepEqual(bare, [], `${page.url()} shows words of another language as its own`);
  }

  // What the first view of an address costs on the wire: the page and what it needs to be laid out, compressed,
  // with headers; pictures and fonts apart.
  async weight(address) {
    const page = await this.page();
    const network = await page.context().newCDPSession(page);
    await network.send("Network.enable");
    const kinds = new Map();
    const parts = [];
    network.on("Network.responseReceived", ({ requestId, type, response }) => kinds.set(requestId, [type, response.url]));
    network.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      const [type, url] = kinds.get(requestId) ?? ["Other", "?"];
      if (!["Image", "Font", "Media"].includes(type)) parts.push({ type, url, bytes: encodedDataLength });
    });
    await this.go(page, address);
    await page.waitForLoadState("networkidle");
    return { bytes: parts.reduce((sum, part) => sum + part.bytes, 0), parts };
  }

  // This case breaks something on purpose: do not fail it for what the watch hears. Answers what was heard.
  expectNoise() {
    this.#noisy = true;
    return this.#noise;
  }

  assertQuiet() {
    if (!this.#noisy) assert.deepEqual(this.#noise, [], "the pages of this case were not quiet");
  }

  #watch(page) {
    page.on("pageerror", (error) => this.#noise.push(`error in a script: ${error.message}`));
    page.on("console", (line) => {
      if (/Content Security Policy|Refused to/i.test(line.text())) this.#noise.push(`blocked: ${line.text()}`);
    });
    page.on("request", (request) => {
      const { hostname, protocol } = new URL(request.url());
      if (protocol.startsWith("http") && hostname !== "127.0.0.1" && hostname !== "localhost") {
        this.#noise.push(`request to another host: ${request.url()}`);
      }
    });
    page.on("response", (answer) => {
      const isPage = answer.request().isNavigationRequest();
      if (answer.status() >= (isPage ? 500 : 400)) this.#noise.push(`${answer.status()} for ${answer.url()}`);
    });
  }

  // Pictures of the open pages, for whoever looks into a failure.
  async picture() {
    const pages = this.#contexts.flatMap((context) => context.pages());
    for (const [at, page] of pages.entries()) {
      const path = join(tmpdir(), `kith-${this.title.replace(/[^a-z0-9]+/gi, "-")}-${at}.png`);
      const taken = await page.screenshot({ path, fullPage: true, timeout: 5000 }).then(() => true, () => false);
      if (taken) console.log(`  picture of ${page.url()}: ${path}`);
    }
  }

  async leave() {
    await Promise.all(this.#contexts.map((context) => context.close().catch(() => {})));
  }
}
