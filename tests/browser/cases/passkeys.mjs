// Passkeys, with an authenticator that the browser itself plays (Chromium's debugger).
import assert from "node:assert/strict";

const OWN = "/sign-in/ways/passkeys";

// Browsers bind passkeys to names: the demo's own machine is called localhost there.
async function named(desk) {
  return (await desk.origin()).replace("127.0.0.1", "localhost");
}

// A page whose browser has an authenticator that recognizes its owner, as a telephone does.
async function withAuthenticator(page, { recognizes = true } = {}) {
  const debug = await page.context().newCDPSession(page);
  await debug.send("WebAuthn.enable");
  const { authenticatorId } = await debug.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: recognizes,
      automaticPresenceSimulation: true,
    },
  });
  return { debug, authenticatorId };
}

async function signInAt(page, origin) {
  const answer = await page.context().request.post(`${origin}/demo/sign-in`, {
    form: { partnership: "portage-falls", as: "coordinator" },
    headers: { Origin: origin, "Sec-Fetch-Site": "same-origin" },
    maxRedirects: 0,
  });
  assert.equal(answer.status(), 303);
}

export async function a_passkey_is_made_signs_in_and_is_removed(desk) {
  const origin = await named(desk);
  const page = await desk.page({ width: 320, height: 640 });
  const { debug, authenticatorId } = await withAuthenticator(page);
  await signInAt(page, origin);
  await desk.go(page, origin + OWN);
  await desk.inEnglish(page);
  await desk.go(page, origin + OWN);
  await page.getByLabel(/name/i).fill("Her telephone");
  // The script sends the form when the browser has answered: later than the press itself.
  await page.getByRole("button", { name: /add/i }).click();
  await page.getByRole("row", { name: /Her telephone/ }).waitFor();
  await desk.axe(page);
  await desk.fits(page);
  const { credentials } = await debug.send("WebAuthn.getCredentials", { authenticatorId });
  assert.deepEqual(credentials.map((one) => [one.rpId, one.isResidentCredential]), [["localhost", true]]);

  await page.context().clearCookies();
  await desk.go(page, `${origin}/sign-in?to=/portage-falls/work/partners`);
  await page.getByRole("button", { name: /passkey/i }).click();
  await page.waitForURL(({ pathname }) => pathname === "/portage-falls/work/partners");

  await desk.go(page, origin + OWN);
  await desk.press(page, page.getByRole("row", { name: /Her telephone/ }).getByRole("button"));
  assert.equal(await page.getByText("Her telephone").count(), 0);
  await page.context().clearCookies();
  await desk.go(page, `${origin}/sign-in`);
  await page.getByRole("button", { name: /passkey/i }).click();
  await page.waitForURL(({ pathname }) => pathname === "/sign-in/passkey");
  assert.ok((await page.getByRole("main").getByRole("link").count()) > 0, "another way in is offered");
}

export async function whoever_is_not_recognized_is_told_so_on_the_page(desk) {
  const origin = await named(desk);
  const page = await desk.page();
  await withAuthenticator(page, { recognizes: false });
  await desk.go(page, `${origin}/sign-in`);
  await page.getByRole("button", { name: /passkey/i }).click();
  await page.getByRole("main").getByRole("alert").waitFor({ state: "visible" });
  assert.equal(new URL(page.url()).pathname, "/sign-in");
}

export async function without_scripts_the_other_ways_in_stand_there_alone(desk) {
  const page = await desk.open("/sign-in", { scripts: false });
  assert.equal(await page.getByRole("button", { name: /passkey/i }).count(), 0);
  assert.equal(await page.getByRole("main").getByRole("button").count(), 1);
}
