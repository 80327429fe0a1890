import * as oidc from "openid-client";
import { Browser } from "./browser.mjs";

/** Where Parley is and who is there: told by the test that starts this program. */
export const { gateway, admin, password, person, thread } = JSON.parse(process.env.PARLEY_SCENE);

/** The application's own address; nothing is asked there, as the browser stops before it. */
export const callback = "https://app.example/callback";

export const signedOut = "https://app.example/signed-out";

let caller = 0;

/** An address that nobody has called from, as credentials are counted by address. */
export const elsewhere = () => `203.0.113.${++caller}`;

const insecure = { execute: [oidc.allowInsecureRequests] };

/** Speaks to Parley's API as an admin does. */
export async function administer(method, path, body) {
  const answer = await fetch(new URL(`/api/v1${path}`, gateway), {
    method,
    headers: {
      Authorization: `Bearer ${admin}`,
      "Content-Type": "application/json",
      "X-Forwarded-For": elsewhere(),
    },
    body: body && JSON.stringify(body),
  });
  if (!answer.ok) {
    throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  }
  return answer.status === 204 ? undefined : (await answer.json()).data;
}

/** What the library knows of Parley, for an app that has just been made. */
export async function appOf(wish) {
  const app = await administer("POST", "/admin/oauth-clients", { name: "Somebody's app", password, ...wish });
  return configure(app.id, app.clientSecret);
}

/** A token by which programs register themselves, so often. */
export async function initialToken(wish = {}) {
  const given = await administer("POST", "/admin/oauth-registration-tokens", { description: "For a test", password, ...wish });
  return given.token;
}

/** What the library knows of Parley, for an app that has registered itself. */
export async function registered(metadata, initialAccessToken) {
  const address = elsewhere();
  return oidc.dynamicClientRegistration(new URL(gateway), metadata, undefined, {
    ...insecure,
    initialAccessToken,
    [oidc.customFetch]: (url, options) => fetch(url, { ...options, headers: { ...options.headers, "X-Forwarded-For": address } }),
  });
}

export async function configure(id, secret) {
  const proof = secret ? oidc.ClientSecretBasic(secret) : oidc.None();
  const config = await oidc.discovery(new URL(gateway), id, undefined, proof, insecure);
  const address = elsewhere();
  config[oidc.customFetch] = (url, options) =>
    fetch(url, { ...options, headers: { ...options.headers, "X-Forwarded-For": address } });
  return config;
}

/** One request for a code: what was asked, and what the answer is checked against. */
export async function request(config, wish = {}, send = oidc.buildAuthorizationUrl) {
  const verifier = oidc.randomPKCECodeVerifier();
  const checks = {
    pkceCodeVerifier: verifier,
    expectedState: oidc.randomState(),
    expectedNonce: oidc.randomNonce(),
    idTokenExpected: true,
  };
  const url = await send(config, {
    redirect_uri: callback,
    scope: "openid profile email threads:read threads:write",
    state: checks.expectedState,
    nonce: checks.expectedNonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
    ...wish,
  });
  return { url, checks };
}

/** Somebody's browser, signed in at our page. */
export async function signIn(url, stop = callback, browser = new Browser(elsewhere())) {
  const login = await browser.go(url, stop);
  const proof = { login: person.username, password: person.password };
  const next = await browser.submit(login, "/oauth2/login", proof, stop);
  return { browser, next };
}

/** Signs in and allows what is asked; answers the address that the app is called at. */
export async function allow(url, stop = callback) {
  const { browser, next } = await signIn(url, stop);
  const answer = next.page ? await decide(browser, next, true, stop) : next;
  return { browser, url: answer.url };
}

/** Presses a button of the consent page: each is a form of its own. */
export async function decide(browser, consent, allowed, stop = callback) {
  return browser.submit(consent, allowed ? "/oauth2/authorize" : "/oauth2/consent", {}, stop);
}

/** A whole sign-in, from the app's link to its tokens. */
export async function tokensOf(config, wish, options, send) {
  const { url, checks } = await request(config, wish, send);
  const answer = await allow(url);
  const tokens = await oidc.authorizationCodeGrant(config, answer.url, checks, undefined, options);
  return { ...answer, checks, tokens };
}

/** Asks Parley's API as an app does. */
export async function api(token, path, request = {}) {
  return fetch(new URL(`/api/v1${path}`, gateway), {
    ...request,
    headers: {
      Authorization: `Bearer ${token}`,
      "Content-Type": "application/json",
      "X-Forwarded-For": elsewhere(),
      ...request.headers,
    },
  });
}
