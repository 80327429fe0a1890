import assert from "node:assert/strict";
import { test } from "node:test";
import * as oidc from "openid-client";
import { Browser } from "./browser.mjs";
import { allow, api, appOf, callback, decide, elsewhere, gateway, person } from "./parley.mjs";
import { initialToken, registered, request, signIn, signedOut, thread, tokensOf } from "./parley.mjs";

const web = () =>
  appOf({
    kind: "web",
    redirectUris: [callback],
    postLogoutRedirectUris: [signedOut],
    scopes: ["openid", "profile", "email", "threads:read", "threads:write"],
  });

/** Created once, because writes of administrators are limited. */
const once = (make) => {
  let made;
  return () => (made ??= make());
};

/** An app without further requirements. */
const anyApp = once(web);

/** Asserts that a request to the token endpoint is refused with an error. */
const refused = (promise, error) => assert.rejects(promise, (cause) => cause.error === error || cause.cause?.error === error);

/** Asserts that the credentials are refused as unknown. */
const unknown = (promise) => assert.rejects(promise, (cause) => cause.status === 401);

const reply = (token, content = "Said by an app.") =>
  api(token, "/posts", { method: "POST", body: JSON.stringify({ threadId: thread, content }) });

/** Waits until a condition is true, because events arrive later. */
async function eventually(holds) {
  for (let i = 0; i < 200; i++) {
    if (await holds()) {
      return;
    }
    await new Promise((next) => setTimeout(next, 100));
  }
  assert.fail("It does not come to hold");
}

test("discovery contains public URLs and existing endpoints only", async () => {
  const metadata = (await web()).serverMetadata();
  assert.equal(metadata.issuer, gateway);
  assert.deepEqual(metadata.code_challenge_methods_supported, ["S256"]);
  assert.equal(metadata.authorization_response_iss_parameter_supported, true);
  for (const [name, value] of Object.entries(metadata)) {
    if (name.endsWith("_endpoint") || name === "jwks_uri") {
      assert.ok(value.startsWith(`${gateway}/oauth2/`), `${name} ${value}`);
    }
  }
});

test("authorization code, refresh, userinfo, introspection, revocation, logout", async () => {
  const config = await web();
  const { browser, tokens } = await tokensOf(config);
  assert.ok(tokens.claims().sub);
  const info = await oidc.fetchUserInfo(config, tokens.access_token, tokens.claims().sub);
  assert.equal(info.preferred_username, person.username);
  assert.equal(info.email, person.email);
  assert.equal((await reply(tokens.access_token)).status, 201);

  const next = await oidc.refreshTokenGrant(config, tokens.refresh_token);
  assert.notEqual(next.refresh_token, tokens.refresh_token);
  assert.equal((await oidc.tokenIntrospection(config, next.access_token)).active, true);

  await oidc.tokenRevocation(config, next.refresh_token);
  assert.equal((await oidc.tokenIntrospection(config, next.access_token)).active, false);
  await eventually(async () => (await reply(next.access_token)).status === 401);

  const end = oidc.buildEndSessionUrl(config, {
    id_token_hint: tokens.id_token,
    post_logout_redirect_uri: signedOut,
    state: "over",
  });
  const over = await browser.go(end, signedOut);
  assert.equal(over.url.searchParams.get("state"), "over");
  const { url } = await request(config, { prompt: "none" });
  assert.equal((await browser.go(url, callback)).url.searchParams.get("error"), "login_required");
});

test("consent is remembered and can be withdrawn", async () => {
  const config = await web();
  const { browser, tokens } = await tokensOf(config);
  const again = await request(config, { prompt: "none" });
  const answer = await browser.go(again.url, callback);
  await oidc.authorizationCodeGrant(config, answer.url, again.checks);
  const apps = await browser.go(new URL("/oauth2/apps", gateway));
  await browser.submit(apps, `/oauth2/apps/${config.clientMetadata().client_id}/`);
  await eventually(async () => (await reply(tokens.access_token)).status === 401);
  await refused(oidc.refreshTokenGrant(config, tokens.refresh_token), "invalid_grant");
});

test("pushed authorization requests", async () => {
  const { tokens } = await tokensOf(await web(), {}, undefined, oidc.buildAuthorizationUrlWithPAR);
  assert.ok(tokens.claims().sub);
});

test("proof of possession", async () => {
  const config = await web();
  const DPoP = oidc.getDPoPHandle(config, await oidc.randomDPoPKeyPair());
  const { tokens } = await tokensOf(config, {}, { DPoP });
  assert.equal(tokens.token_type, "dpop");
  const url = new URL("/api/v1/users/me", gateway);
  const proven = await oidc.fetchProtectedResource(config, tokens.access_token, url, "GET", undefined, undefined, { DPoP });
  assert.equal(proven.status, 200);
  assert.equal((await api(tokens.access_token, "/users/me")).status, 401);
});

test("a code pushed with a DPoP proof is redeemed with its key only", async () => {
  const config = await web();
  const DPoP = oidc.getDPoPHandle(config, await oidc.randomDPoPKeyPair());
  const push = (client, parameters) => oidc.buildAuthorizationUrlWithPAR(client, parameters, { DPoP });
  const { url, checks } = await request(config, {}, push);
  const answer = await allow(url);
  await refused(oidc.authorizationCodeGrant(config, answer.url, checks), "invalid_dpop_proof");
  const tokens = await oidc.authorizationCodeGrant(config, answer.url, checks, undefined, { DPoP });
  assert.equal(tokens.token_type, "dpop");
});

test("client credentials", async () => {
  const config = await appOf({ kind: "service", scopes: ["threads:read"] });
  const tokens = await oidc.clientCredentialsGrant(config, { scope: "threads:read" });
  assert.equal((await api(tokens.access_token, "/threads")).status, 200);
  assert.equal((await reply(tokens.access_token)).status, 403);
});

test("device authorization", async () => {
  const config = await appOf({ kind: "device", scopes: ["profile", "threads:read"] });
  const device = await oidc.initiateDeviceAuthorization(config, { scope: "profile threads:read" });
  const { browser, next } = await signIn(device.verification_uri_complete);
  const confirm = await browser.submit(next, "/oauth2/device");
  const consent = await browser.submit(confirm, "/oauth2/device_verification");
  const done = await browser.submit(consent, "/oauth2/device_verification");
  assert.equal(done.url.pathname, "/oauth2/device/done");
  const tokens = await oidc.pollDeviceAuthorizationGrant(config, device);
  assert.equal((await api(tokens.access_token, "/users/me")).status, 200);
});

test("a native app may use any loopback port", async () => {
  const config = await appOf({ kind: "native", redirectUris: ["http://127.0.0.1/callback"], scopes: ["openid", "profile"] });
  const listening = "http://127.0.0.1:45454/callback";
  const { url, checks } = await request(config, { scope: "openid profile", redirect_uri: listening });
  const answer = await allow(url, listening);
  assert.ok((await oidc.authorizationCodeGrant(config, answer.url, checks)).id_token);
});

test("refused consent does not sign in", async () => {
  const { url } = await request(await web());
  const { browser, next } = await signIn(url);
  const answer = await decide(browser, next, false);
  assert.equal(answer.url.searchParams.get("error"), "access_denied");
  assert.equal(answer.url.searchParams.get("iss"), gateway);
});

test("a code works once, and its reuse revokes its tokens", async () => {
  const config = await web();
  const { url, checks, tokens } = await tokensOf(config);
  await refused(oidc.authorizationCodeGrant(config, url, checks), "invalid_grant");
  await eventually(async () => (await reply(tokens.access_token)).status === 401);
  await refused(oidc.refreshTokenGrant(config, tokens.refresh_token), "invalid_grant");
});

test("reuse of a refresh token revokes the grant", async () => {
  const config = await web();
  const { tokens } = await tokensOf(config);
  const next = await oidc.refreshTokenGrant(config, tokens.refresh_token);
  await refused(oidc.refreshTokenGrant(config, tokens.refresh_token), "invalid_grant");
  await refused(oidc.refreshTokenGrant(config, next.refresh_token), "invalid_grant");
  await eventually(async () => (await reply(next.access_token)).status === 401);
});

test("a code is refused without its verifier", async () => {
  const config = await web();
  const { url, checks } = await request(config);
  const answer = await allow(url);
  const wrong = { ...checks, pkceCodeVerifier: oidc.randomPKCECodeVerifier() };
  await refused(oidc.authorizationCodeGrant(config, answer.url, wrong), "invalid_grant");
});

for (const [name, change] of [
  ["none", (url) => ["code_challenge", "code_challenge_method"].forEach((each) => url.searchParams.delete(each))],
  ["plain", (url) => url.searchParams.set("code_challenge_method", "plain")],
]) {
  test(`a request with a weaker challenge is refused: ${name}`, async () => {
    const { url } = await request(await anyApp());
    change(url);
    const answer = await new Browser(elsewhere()).go(url, callback);
    assert.equal(answer.url.searchParams.get("error"), "invalid_request");
  });
}

for (const other of ["https://app.example/callback/more", "https://app.example:8443/callback", "https://evil.example/callback"]) {
  test(`an unregistered redirect URI is refused: ${other}`, async () => {
    const { url } = await request(await anyApp(), { redirect_uri: other });
    const answer = await new Browser(elsewhere()).go(url, new URL(other).origin);
    assert.equal(answer.status, 400);
  });
}

test("a code of one app is refused for another", async () => {
  const { url, checks } = await request(await web());
  const answer = await allow(url);
  await refused(oidc.authorizationCodeGrant(await web(), answer.url, checks), "invalid_grant");
});

test("a response of another issuer is refused", async () => {
  const config = await web();
  const { url, checks } = await request(config);
  const answer = await allow(url);
  answer.url.searchParams.set("iss", "https://evil.example");
  await assert.rejects(oidc.authorizationCodeGrant(config, answer.url, checks));
});

test("consent cannot be given by another site", async () => {
  const { url } = await request(await web());
  const { browser, next } = await signIn(url);
  const value = (name) => next.page.querySelector(`[action="/oauth2/authorize"] [name="${name}"]`).getAttribute("value");
  const forged = await browser.go(new URL("/oauth2/authorize", gateway), callback, {
    method: "POST",
    body: new URLSearchParams({ client_id: value("client_id"), state: value("state"), scope: "threads:write" }),
  });
  assert.equal(forged.status, 403);
});

test("an app registers dynamically, signs a user in, and deletes itself", async () => {
  const token = await initialToken();
  const parameters = { client_name: "Registers itself", redirect_uris: [callback], scope: "openid profile threads:write" };
  const config = await registered(parameters, token);
  const app = config.clientMetadata();
  assert.equal(app.client_secret_expires_at, 0);
  assert.equal(app.scope, "openid profile threads:write");
  const { tokens } = await tokensOf(config, { scope: "openid profile threads:write" });
  assert.equal((await oidc.fetchUserInfo(config, tokens.access_token, tokens.claims().sub)).preferred_username, person.username);
  assert.equal((await reply(tokens.access_token)).status, 201);
  await unknown(registered(parameters, token));

  const own = (method) =>
    fetch(app.registration_client_uri, {
      method,
      headers: { Authorization: `Bearer ${app.registration_access_token}`, "X-Forwarded-For": elsewhere() },
    });
  assert.equal((await (await own("GET")).json()).client_id, app.client_id);
  assert.equal((await own("DELETE")).status, 204);
  assert.equal((await own("GET")).status, 401);
  await unknown(oidc.refreshTokenGrant(config, tokens.refresh_token));
  await eventually(async () => (await reply(tokens.access_token)).status === 401);
});

test("a public app registers dynamically", async () => {
  const parameters = { client_name: "Open", redirect_uris: ["http://127.0.0.1/callback"], application_type: "native" };
  const config = await registered(parameters, await initialToken({ kinds: ["native"], scopes: ["openid", "profile"] }));
  assert.equal(config.clientMetadata().token_endpoint_auth_method, "none");
  assert.equal(config.clientMetadata().client_secret, undefined);
  const listening = "http://127.0.0.1:45455/callback";
  const { url, checks } = await request(config, { scope: "openid profile", redirect_uri: listening });
  const answer = await allow(url, listening);
  assert.ok((await oidc.authorizationCodeGrant(config, answer.url, checks)).id_token);
});

const unused = once(initialToken);

for (const [name, change, error] of [
  ["to administrate", { scope: "openid admin" }, "invalid_client_metadata"],
  ["by a key of its own", { token_endpoint_auth_method: "private_key_jwt" }, "invalid_client_metadata"],
  ["to anywhere", { redirect_uris: ["http://app.example/callback"] }, "invalid_redirect_uri"],
]) {
  test(`dynamic registration is refused: ${name}`, async () => {
    const parameters = { client_name: "Wants more", redirect_uris: [callback], ...change };
    await refused(registered(parameters, await unused()), error);
  });
}
