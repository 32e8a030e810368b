// Passkeys: asks the browser for one, and sends what it says with the form around the button. Without this file the other ways
// of signing in work as ever.
"use strict";

const bytesOf = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));
const textOf = (bytes) => btoa(String.fromCharCode(...new Uint8Array(bytes))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

// What to ask the browser for; nothing when what was typed will not do, which the page of the form says.
async function asked(address, form) {
  const typed = new URLSearchParams(form.elements.name ? { name: form.elements.name.value } : {});
  const answer = await fetch(address, { method: "POST", redirect: "error", body: typed });
  if (answer.status === 422) return null;
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  return answer.json();
}

async function prove(how) {
  const publicKey = { challenge: new TextEncoder().encode(how.challenge), rpId: how.host, userVerification: "required", timeout: how.milliseconds };
  const found = await navigator.credentials.get({ publicKey });
  const { clientDataJSON, authenticatorData, signature, userHandle } = found.response;
  return {
    credential: textOf(found.rawId),
    client_data: textOf(clientDataJSON),
    data: textOf(authenticatorData),
    signature: textOf(signature),
    owner: textOf(userHandle ?? new ArrayBuffer(0)),
  };
}

async function make(how) {
  const publicKey = {
    challenge: new TextEncoder().encode(how.challenge),
    rp: { id: how.host, name: how.house },
    user: { id: bytesOf(how.account), name: how.mail, displayName: how.name },
    pubKeyCredParams: how.algorithms.map((alg) => ({ type: "public-key", alg })),
    excludeCredentials: how.known.map((id) => ({ type: "public-key", id: bytesOf(id) })),
    authenticatorSelection: { residentKey: "required", requireResidentKey: true, userVerification: "required" },
    attestation: "none",
    timeout: how.milliseconds,
  };
  const { response } = await navigator.credentials.create({ publicKey });
  return {
    client_data: textOf(response.clientDataJSON),
    data: textOf(response.getAuthenticatorData()),
    key: textOf(response.getPublicKey()),
    algorithm: String(response.getPublicKeyAlgorithm()),
  };
}

for (const part of document.querySelectorAll("[data-passkey]")) {
  if (!window.PublicKeyCredential) break;
  const form = part.querySelector("form");
  const failed = part.querySelector("[role=alert][data-failed]");
  part.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    failed.hidden = true;
    try {
      const how = await asked(part.dataset.challenge, form);
      const ask = part.dataset.passkey === "make" ? make : prove;
      const said = how ? await ask(how) : {};
      for (const [name, value] of Object.entries(said)) form.elements[name].value = value;
      form.submit();
    } catch {
      failed.hidden = false;
    }
  });
}
