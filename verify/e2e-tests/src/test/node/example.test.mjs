import assert from "node:assert/strict";
import { test } from "node:test";
import { Browser } from "./browser.mjs";
import { decide, elsewhere, person, thread } from "./parley.mjs";

test("a user signs in with Parley, replies, and signs out", async () => {
  const example = process.env.EXAMPLE;
  const browser = new Browser(elsewhere());
  await listening(example);
  const login = await browser.go(`${example}/sign-in`);
  const consent = await browser.submit(login, "/oauth2/login", { login: person.username, password: person.password });
  const home = await decide(browser, consent, true, null);
  assert.match(home.page.text, /Hello, Test User/);
  const done = await browser.submit(home, "/replies", { thread, content: "Said by the example." });
  assert.match(done.page.text, /Your reply is number \d+/);
  const out = await browser.submit(done, "/sign-out");
  assert.match(out.page.text, /Sign in with Parley/);
});

/** Waits until the example app responds. */
async function listening(address) {
  for (let i = 0; i < 100; i++) {
    if (await fetch(address).catch(() => undefined)) {
      return;
    }
    await new Promise((next) => setTimeout(next, 100));
  }
  assert.fail("The example does not answer");
}
