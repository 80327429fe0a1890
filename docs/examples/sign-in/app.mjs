// Signs people in with Parley and posts replies for them. No framework, so that nothing
// hides what OpenID Connect asks for: a state, a nonce and a verifier for each sign-in.
import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import * as oidc from "openid-client";
import { home, problem } from "./pages.mjs";

const parley = new URL(process.env.PARLEY_URL ?? "http://localhost:5000");
const port = Number(process.env.PORT ?? 3000);
const own = new URL(process.env.OWN_URL ?? `http://127.0.0.1:${port}`);
const scope = "openid profile threads:read threads:write";

/** What we know of each browser, by a cookie; a real application keeps it in a store. */
const visits = new Map();

const local = parley.hostname === "localhost" || parley.hostname === "127.0.0.1";
const secret = process.env.CLIENT_SECRET;
const config = await oidc.discovery(
  parley,
  need("CLIENT_ID"),
  undefined,
  secret ? oidc.ClientSecretBasic(secret) : oidc.None(),
  { execute: local ? [oidc.allowInsecureRequests] : [] },
);

const routes = {
  "GET /": async ({ visit, url }) => html(200, home(visit, url.searchParams)),
  "GET /sign-in": signIn,
  "GET /callback": callback,
  "POST /replies": reply,
  "POST /sign-out": signOut,
};

/** Sends the browser to Parley. What comes back must answer this very request. */
async function signIn({ visit }) {
  const verifier = oidc.randomPKCECodeVerifier();
  visit.pending = { verifier, state: oidc.randomState(), nonce: oidc.randomNonce() };
  return redirect(
    oidc.buildAuthorizationUrl(config, {
      redirect_uri: new URL("/callback", own).href,
      scope,
      state: visit.pending.state,
      nonce: visit.pending.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: "S256",
    }),
  );
}

/** Takes the code to Parley; the library checks state, issuer, nonce and signatures. */
async function callback({ visit, url }) {
  const { verifier, state, nonce } = visit.pending ?? {};
  delete visit.pending;
  if (!state) {
    return redirect("/");
  }
  const tokens = await oidc.authorizationCodeGrant(config, url, {
    pkceCodeVerifier: verifier,
    expectedState: state,
    expectedNonce: nonce,
    idTokenExpected: true,
  });
  // Another cookie from here on, so that nobody can have laid one out before.
  const signedIn = begin();
  signedIn.person = await oidc.fetchUserInfo(config, tokens.access_token, tokens.claims().sub);
  keep(signedIn, tokens);
  return { ...redirect("/"), visit: signedIn };
}

/** Replies for the person, with what they allowed us. */
async function reply({ visit, form }) {
  if (!visit.person || form.get("csrf") !== visit.csrf) {
    return html(403, problem("Please sign in, and try again."));
  }
  if (visit.expiresAt < Date.now()) {
    keep(visit, await oidc.refreshTokenGrant(config, visit.refreshToken));
  }
  const answer = await oidc.fetchProtectedResource(
    config,
    visit.accessToken,
    new URL("/api/v1/posts", parley),
    "POST",
    JSON.stringify({ threadId: form.get("thread"), content: form.get("content") }),
    new Headers({ "Content-Type": "application/json", "Idempotency-Key": form.get("key") }),
  );
  const body = await answer.json();
  return answer.ok
    ? redirect(`/?${new URLSearchParams({ thread: body.data.threadId, number: body.data.number })}`)
    : html(answer.status, problem(body.detail));
}

async function signOut({ visit, form }) {
  if (form.get("csrf") !== visit.csrf) {
    return html(403, problem("Please try again."));
  }
  visits.delete(visit.id);
  await oidc.tokenRevocation(config, visit.refreshToken);
  return redirect(
    oidc.buildEndSessionUrl(config, { id_token_hint: visit.idToken, post_logout_redirect_uri: new URL("/", own).href }),
  );
}

function keep(visit, tokens) {
  visit.accessToken = tokens.access_token;
  visit.refreshToken = tokens.refresh_token ?? visit.refreshToken;
  visit.idToken = tokens.id_token ?? visit.idToken;
  visit.expiresAt = Date.now() + (tokens.expiresIn() - 30) * 1000;
}

function begin() {
  const visit = { id: randomBytes(32).toString("base64url"), csrf: randomBytes(32).toString("base64url") };
  visits.set(visit.id, visit);
  return visit;
}

function need(name) {
  const value = process.env[name];
  if (!value) {
    console.error(`Set ${name}: README.md says where it comes from.`);
    process.exit(2);
  }
  return value;
}

const html = (status, body) => ({ status, headers: { "Content-Type": "text/html; charset=utf-8" }, body });
const redirect = (to) => ({ status: 303, headers: { Location: String(to) }, body: "" });

async function formOf(request) {
  const chunks = [];
  for await (const chunk of request) {
    chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString());
}

async function answer(request) {
  const url = new URL(request.url, own);
  const id = /(?:^|; )visit=([\w-]+)/.exec(request.headers.cookie ?? "")?.[1];
  const visit = visits.get(id) ?? begin();
  const route = routes[`${request.method} ${url.pathname}`];
  if (!route) {
    return html(404, problem("There is nothing here."));
  }
  const form = request.method === "POST" ? await formOf(request) : new URLSearchParams();
  const result = await route({ visit, url, form });
  const cookie = `visit=${(result.visit ?? visit).id}; Path=/; HttpOnly; SameSite=Lax`;
  return { ...result, headers: { ...result.headers, "Set-Cookie": cookie } };
}

createServer(async (request, response) => {
  const { status, headers, body } = await answer(request).catch((error) => {
    console.error(error);
    return html(502, problem("Parley did not let us in."));
  });
  response.writeHead(status, { "Cache-Control": "no-store", ...headers }).end(body);
}).listen(port, () => console.log(`Listening on ${own.href}`));
