import * as oidc from "openid-client";
import { Browser } from "./browser.mjs";

/** The addresses and accounts, set by the test that starts this program. */
export const { gateway, admin, password, person, thread } = JSON.parse(process.env.PARLEY_SCENE);

/** The app's redirect URI; it is not requested, because the browser stops before it. */
export const callback = "https://app.example/callback";

export const signedOut = "https://app.example/signed-out";

let caller = 0;

/** Returns an unused client address, because login attempts are limited by address. */
export const elsewhere = () => `203.0.113.${++caller}`;

const insecure = { execute: [oidc.allowInsecureRequests] };

/** Calls Parley's API as an admin. After a 429 it waits as long as Retry-After says. */
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
  if (answer.status === 429) {
    await new Promise((resolve) => setTimeout(resolve, Number(answer.headers.get("Retry-After") ?? 1) * 1000));
    return administer(method, path, body);
  }
  if (!answer.ok) {
    throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  }
  return answer.status === 204 ? undefined : (await answer.json()).data;
}

/** Creates an app and returns its openid-client configuration. */
export async function appOf(parameters) {
  const app = await administer("POST", "/admin/oauth-clients", { name: "A test app", password, ...parameters });
  return configure(app.id, app.clientSecret);
}

/** Creates an initial access token for dynamic registration. */
export async function initialToken(parameters = {}) {
  const given = await administer("POST", "/admin/oauth-registration-tokens", { description: "For a test", password, ...parameters });
  return given.token;
}

/** Registers an app dynamically and returns its openid-client configuration. */
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

/** Creates an authorization request; returns its URL and the values for checking the response. */
export async function request(config, parameters = {}, send = oidc.buildAuthorizationUrl) {
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
    ...parameters,
  });
  return { url, checks };
}

/** Returns a browser with a signed-in user. */
export async function signIn(url, stop = callback, browser = new Browser(elsewhere())) {
  const login = await browser.go(url, stop);
  const proof = { login: person.username, password: person.password };
  const next = await browser.submit(login, "/oauth2/login", proof, stop);
  return { browser, next };
}

/** Signs in and gives consent; returns the redirect to the app. */
export async function allow(url, stop = callback) {
  const { browser, next } = await signIn(url, stop);
  const answer = next.page ? await decide(browser, next, true, stop) : next;
  return { browser, url: answer.url };
}

/** Submits one of the forms of the consent page. */
export async function decide(browser, consent, allowed, stop = callback) {
  return browser.submit(consent, allowed ? "/oauth2/authorize" : "/oauth2/consent", {}, stop);
}

/** Runs the complete authorization code flow; returns the tokens. */
export async function tokensOf(config, parameters, options, send) {
  const { url, checks } = await request(config, parameters, send);
  const answer = await allow(url);
  const tokens = await oidc.authorizationCodeGrant(config, answer.url, checks, undefined, options);
  return { ...answer, checks, tokens };
}

/** Calls Parley's API as an app. */
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
