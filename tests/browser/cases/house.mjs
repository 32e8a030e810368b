// Signing in at another house, a real one on another site: there, back, and in; with scripts and without.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { freePort } from "../demo.mjs";

const START_SECONDS = 60;
const HOUSE = fileURLToPath(new URL("../../oidc/provider.mjs", import.meta.url));
const MAIL = "ada@city.example";

// A program that runs until it is ended; answers what it said that fits.
async function started(command, args, env, fits) {
  const program = spawn(command, args, { env: { ...process.env, ...env }, stdio: ["pipe", "pipe", "pipe"] });
  const ended = new Promise((resolve) => program.once("close", resolve));
  const end = async () => {
    program.kill("SIGKILL");
    await ended;
  };
  let said = "";
  const found = new Promise((resolve, reject) => {
    const listen = (chunk) => {
      said += chunk;
      const match = said.match(fits);
      if (match) resolve(match);
    };
    program.stdout.on("data", listen);
    program.stderr.on("data", listen);
    program.once("error", reject);
    ended.then((code) => reject(new Error(`${command} ended with ${code}:\n${said}`)));
    setTimeout(() => reject(new Error(`${command} said nothing that fits:\n${said}`)), START_SECONDS * 1000).unref();
  });
  return { end, match: await found.catch(async (failure) => (await end(), Promise.reject(failure))) };
}

// An installation of its own, in which nobody has an account yet and the house counts.
async function installation() {
  const data = await mkdtemp(join(tmpdir(), "kith-house-"));
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const house = await started("node", [HOUSE, `${origin}/sign-in/with/house/back`], {}, /listening on (\S+)/);
  const settings = {
    KITH_LISTEN: `127.0.0.1:${port}`,
    KITH_ORIGIN: origin,
    KITH_DATA: data,
    KITH_LANG: "en",
    KITH_OIDC_HOUSE_ISSUER: house.match[1],
    KITH_OIDC_HOUSE_CLIENT_ID: "kith",
    KITH_OIDC_HOUSE_CLIENT_SECRET: "a secret that the house and the program share",
    KITH_OIDC_HOUSE_NAME_EN: "The House",
    KITH_OIDC_HOUSE_NAME_FR: "La Maison",
    KITH_OIDC_HOUSE_MAIL_DOMAINS: "*",
  };
  const kith = await started(process.env.KITH_PROGRAM, ["serve"], settings, /with this code: (\S+)/);
  const end = async () => {
    await kith.end();
    await house.end();
    await rm(data, { recursive: true, force: true });
  };
  return { origin, code: kith.match[1], end };
}

// The first account, by the code on the console. It runs the installation, so its owner adds the house herself; then out again.
async function begun(desk, page, { origin, code }) {
  await desk.go(page, `${origin}/first-run`);
  const fields = { code, name_en: "Maple", name_fr: "Érable", place_en: "Maple", place_fr: "Érable", slug: "maple", person: "Ada", mail: MAIL };
  for (const [name, value] of Object.entries(fields)) await page.locator(`[name="${name}"]`).fill(value);
  await page.locator('[name="lang"]').selectOption("en");
  await desk.press(page, page.getByRole("main").getByRole("button"));
  await desk.go(page, `${origin}/sign-in/ways/identities`);
  await desk.press(page, page.getByRole("button", { name: "Add The House" }));
  await page.getByRole("link", { name: "On to The House" }).click();
  await atTheHouse(page, `17 ${MAIL}`);
  await page.waitForURL((url) => url.origin === origin && url.search.includes("said=identity-added"));
  await page.context().clearCookies();
}

async function atTheHouse(page, account, button = "Sign in") {
  await page.getByLabel("Who are you?").fill(account);
  await page.getByRole("button", { name: button }).click();
}

const isIn = ({ origin, pathname }, at) => origin === at && pathname === "/maple/work";

export async function the_house_signs_in_who_was_invited_and_nobody_else(desk) {
  const here = await installation();
  try {
    const page = await desk.page({ width: 360, height: 740 });
    await begun(desk, page, here);
    await desk.go(page, `${here.origin}/sign-in`);
    await desk.axe(page);
    await desk.fits(page);
    await page.getByRole("link", { name: "Sign in with The House" }).click();
    await atTheHouse(page, `17 ${MAIL}`);
    await page.waitForURL((url) => isIn(url, here.origin));
    // Its own name for her counts, whatever her address there; without scripts she presses the button herself.
    const plain = await desk.page({ scripts: false });
    await desk.go(plain, `${here.origin}/sign-in?to=/maple/work/partners`);
    await plain.getByRole("link", { name: "Sign in with The House" }).click();
    await atTheHouse(plain, "17 moved@city.example");
    await plain.getByRole("button", { name: "Go on" }).click();
    await plain.waitForURL(`${here.origin}/maple/work/partners`);
    await desk.go(plain, `${here.origin}/sign-in/ways/identities`);
    assert.match(await plain.getByRole("table").innerText(), /The House[\s\S]*ada@city\.example/);

    const stranger = await desk.page({ lang: "fr-CA" });
    await desk.go(stranger, `${here.origin}/sign-in`);
    await stranger.getByRole("link", { name: "Me connecter avec La Maison" }).click();
    await atTheHouse(stranger, "18 nobody@city.example");
    await stranger.getByText("nobody@city.example n’a pas de compte ici").waitFor();
    await desk.axe(stranger);
    await stranger.getByRole("link", { name: /réessayer/i }).waitFor();
    // The way back in the browser leads to the same words: no form is sent again.
    await stranger.getByRole("link", { name: "D’autres façons de se connecter" }).click();
    await stranger.waitForURL((url) => url.pathname === "/sign-in");
    await stranger.goBack();
    await stranger.getByText("nobody@city.example n’a pas de compte ici").waitFor();
  } finally {
    await here.end();
  }
}

export async function who_does_not_want_to_is_told_so_and_begins_again(desk) {
  const here = await installation();
  try {
    const page = await desk.page();
    await begun(desk, page, here);
    await desk.go(page, `${here.origin}/sign-in`);
    await page.getByRole("link", { name: "Sign in with The House" }).click();
    await atTheHouse(page, "", "Do not");
    await page.getByText("The House says that you have stopped").waitFor();
    await page.getByRole("link", { name: "Once more with The House" }).click();
    await atTheHouse(page, `17 ${MAIL}`);
    await page.waitForURL((url) => isIn(url, here.origin));
    // Back to where the house had led her: she is in, and stays so.
    await page.goBack();
    await page.goForward().catch(() => null);
    await desk.go(page, `${here.origin}/maple/work`);
  } finally {
    await here.end();
  }
}
