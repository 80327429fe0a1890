import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { api, assertAllAccessible, close, discussion, LOOKS, open, PASSWORD, register, signIn, signInAt, submit } from './forum.js';

let thread;

before(async () => {
	thread = await discussion(await register(), 1);
});

after(close);

/** Ends all sessions of a person, as another browser of theirs does. */
async function endSessions(person) {
	await api('POST', '/auth/logout-all', undefined, await signIn(person.username, PASSWORD));
}

/** Signs in where the page has led. */
async function signInAgain(page, person) {
	await page.waitForURL(/\/oauth2\/login/);
	await page.fill('[name=login]', person.username);
	await page.fill('[name=password]', PASSWORD);
	await page.click('form[action="/oauth2/login"] button');
	await page.waitForURL((url) => !url.pathname.startsWith('/oauth2'));
}

const FORMS = [
	{ name: 'a reply', path: () => `/threads/${thread.id}`, field: '#reply [name=content]', button: '#reply button >> nth=0', shown: 'article.post .prose' },
	{ name: 'a social post', path: () => '/feed', field: '[name=text]', button: 'form.card button:has-text("Publish")', shown: 'article .prose' },
	{ name: 'a profile', path: () => '/settings', field: '[name=bio]', button: 'form[action="?/profile"] button', shown: null }
];

for (const javaScriptEnabled of [false, true]) {
	for (const { name, path, field, button, shown } of FORMS) {
		test(`text of ${name} is there after the sign-in, with${javaScriptEnabled ? '' : 'out'} scripts`, async () => {
			const person = await register();
			const page = await open({ javaScriptEnabled });
			await signInAt(page, person, path());
			const text = `First line “${person.username}”\n\nסוף & <b>last</b> line`;
			await page.fill(field, text);
			await endSessions(person);
			await page.click(button);
			await signInAgain(page, person);
			const kept = page.locator('main textarea');
			assert.equal(await kept.inputValue(), text);
			await submit(page, 'main form.card button');
			if (shown) {
				assert.match(await page.locator(shown, { hasText: person.username }).first().textContent(), /last/);
			} else {
				assert.equal((await api('GET', `/users/${person.username}`)).bio.replaceAll('\r', ''), text);
			}
			await page.context().close();
		});
	}
}

test('text that no cookie holds stays on the page until its author has signed in elsewhere', async () => {
	const person = await register();
	const page = await open();
	await signInAt(page, person, `/threads/${thread.id}`);
	const text = Array.from({ length: 600 }, (_, index) => `${index * 7919 % 1000003} ${crypto.randomUUID()}`).join('\n');
	await page.fill('#reply textarea', text);
	await endSessions(person);
	await submit(page, '#reply button >> nth=0');
	assert.equal(await page.inputValue('main textarea'), text);
	const [other] = await Promise.all([page.waitForEvent('popup'), page.click('main [role=alert] a')]);
	await signInAgain(other, person);
	await submit(page, 'main form.card button');
	assert.match(page.url(), new RegExp(`/threads/${thread.id}\\?done=sent&post=\\d+#post-\\d+$`));
	await page.context().close();
});

test('a form without a text leads to the sign-in and back to its page', async () => {
	const person = await register();
	const page = await open();
	await signInAt(page, person, `/threads/${thread.id}`);
	await endSessions(person);
	await page.click('#post-1 button:has-text("Vote up")');
	await signInAgain(page, person);
	assert.equal(new URL(page.url()).pathname, `/threads/${thread.id}`);
	await page.context().close();
});

test('kept text is for nobody else, and its page is accessible', async (all) => {
	const person = await register();
	const page = await open({ javaScriptEnabled: true });
	await signInAt(page, person, `/threads/${thread.id}`);
	await page.fill('#reply textarea', 'Kept for later.');
	await endSessions(person);
	await page.click('#reply button >> nth=0');
	await signInAgain(page, person);
	const path = new URL(page.url()).pathname;
	await assertAllAccessible(all, page, [path], Object.values(LOOKS));
	const stranger = await open();
	await signInAt(stranger, await register());
	assert.equal((await stranger.goto(path)).status(), 404);
	await Promise.all([page, stranger].map((one) => one.context().close()));
});
