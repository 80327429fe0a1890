// Sets a new forum up at its page, with nothing but a browser: the first step of the life of a
// forum, which test/life.test.js continues. The end-to-end tests run it once for their system.
import assert from 'node:assert/strict';
import { close, eventually, open, scene, submit } from '../test/forum.js';

const page = await open();
await eventually(async () => {
	await page.goto('/');
	return page.locator('main a[href="/setup"]').count();
}, 'The link to the set-up');
assert.equal(await page.locator('a[href="/register"]').count(), 0, 'nobody can register yet');
await page.click('main a[href="/setup"]');
await page.fill('[name=token]', 'a-token-that-the-operator-did-not-set');
await page.fill('[name=username]', 'admin');
await page.fill('[name=email]', 'admin@example.org');
await page.fill('[name=password]', scene.password);
await page.fill('[name=forum]', 'Parley');
await page.fill('[name=categories]', 'First steps: Say hello and try everything\nLounge');
await submit(page, 'main form button');
assert.equal(await page.locator('main [role=alert]').count(), 1, 'a wrong token is refused');
assert.equal(await page.inputValue('[name=forum]'), 'Parley', 'the form keeps what was entered');
await page.fill('[name=token]', scene.setupToken);
await page.fill('[name=password]', scene.password);
await submit(page, 'main form button');

// The administrator is signed in, and the first categories are there.
assert.equal(new URL(page.url()).pathname, '/');
assert.equal(await page.locator('nav a[href="/administration"]').count(), 1);
await eventually(async () => {
	await page.goto('/');
	return page.locator('main a[href="/categories/first-steps"]').count();
}, 'The first category');
await page.goto('/setup');
assert.equal(await page.locator('main [name=token]').count(), 0, 'the set-up works once');
await close();
