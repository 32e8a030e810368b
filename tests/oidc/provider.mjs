// Another house whose sign-in counts: the npm package oidc-provider, on a free port of this machine.
//
//   node tests/oidc/provider.mjs https://kith.example.org/sign-in/with/house/back
//
// Who signs in types the house's own name for her and her address, with a space between: `17 ada@city.example`. An address that
// begins with "unsure" is told as not verified; without one none is told. It says `listening on …` when it can be asked, and ends with its standard input.
// It counts what it is asked: `/asked?/jwks` tells how often for its keys. `/new-key` has it sign with another key from there on.
import { createServer } from "node:http";
import { generateKeyPairSync } from "node:crypto";
import Provider from "oidc-provider";

const [back, algorithm = "RS256"] = process.argv.slice(2);
if (!back) throw new Error("name the address to which people come back");

const kind = algorithm === "ES256" ? ["ec", { namedCurve: "P-256" }] : ["rsa", { modulusLength: 2048 }];

function newKey(kid) {
  const { privateKey } = generateKeyPairSync(...kind);
  return { ...privateKey.export({ format: "jwk" }), alg: algorithm, use: "sig", kid };
}

// The address that each last gave.
const addresses = new Map();

function claimsOf(sub) {
  const email = addresses.get(sub);
  return email ? { sub, email, email_verified: !email.startsWith("unsure") } : { sub };
}

const settings = {
  clients: [
    {
      client_id: "kith",
      client_secret: "a secret that the house and the program share",
      redirect_uris: [back],
      id_token_signed_response_alg: algorithm,
    },
  ],
  claims: { openid: ["sub"], email: ["email", "email_verified"] },
  // RS256: what a token tells is asked for where the house tells more, as the standard's letter has it. ES256: it stands in it.
  conformIdTokenClaims: algorithm === "RS256",
  cookies: { keys: ["of this house alone"] },
  findAccount: (_, account) => ({ accountId: account, claims: () => claimsOf(account) }),
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_, interaction) => `/ask/${interaction.uid}` },
  pkce: { required: () => true },
  // Whoever signs in here agrees: one page asks for both.
  async loadExistingGrant(ctx) {
    const { client, session } = ctx.oidc;
    const grant = new ctx.oidc.provider.Grant({ clientId: client.clientId, accountId: session.accountId });
    grant.addOIDCScope("openid email");
    await grant.save();
    return grant;
  },
  // Without words of its own for what goes wrong: it says so as an answer.
  renderError(ctx, { error, error_description: why }) {
    ctx.type = "text/plain";
    ctx.body = `${error}: ${why}`;
  },
  ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
};

const PAGE = `<!doctype html><html lang="en"><title>The house</title><main><h1>The house</h1>
<form method="post"><label>Who are you? <input name="account" autocomplete="off"></label> <button name="way" value="in">Sign in</button>
<button name="way" value="no">Do not</button></form></main></html>`;

async function typed(request) {
  let body = "";
  for await (const chunk of request) body += chunk;
  return new URLSearchParams(body);
}

const server = createServer();
server.listen(0, "127.0.0.1", () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  let provider, rest;
  const open = (kid) => {
    provider = new Provider(issuer, { ...settings, jwks: { keys: [newKey(kid)] } });
    rest = provider.callback();
  };
  open("house");
  const asked = new Map();
  server.on("request", async (request, response) => {
    try {
      const [path, query] = request.url.split("?");
      if (path === "/asked") return response.end(String(asked.get(query) ?? 0));
      if (path === "/new-key") return response.end(open("house-anew"));
      asked.set(path, (asked.get(path) ?? 0) + 1);
      if (!request.url.startsWith("/ask/")) return rest(request, response);
      if (request.method !== "POST") return response.setHeader("content-type", "text/html").end(PAGE);
      const form = await typed(request);
      const [account, address] = form.get("account").split(" ");
      addresses.set(account, address);
      const no = { error: "access_denied", error_description: "she did not want to" };
      const result = form.get("way") === "no" ? no : { login: { accountId: account } };
      await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
    } catch (failure) {
      response.writeHead(500).end(String(failure));
    }
  });
  console.log(`listening on ${issuer}`);
});
process.stdin.resume().on("end", () => process.exit(0));
