import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { admin, api, assertAllAccessible, close, discussion, eventually, followLink, LOOKS, open, PASSWORD, register, signIn, signInAt, submit, typeSignIn, unique } from './forum.js';

let thread;

before(async () => {
	thread = await discussion(await register(), 1);
});

after(close);

/** Ends all sessions of a person, as another browser of theirs does. */
async function endSessions(person) {
	await api('POST', '/auth/logout-all', undefined, await signIn(person.username, PASSWORD));
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
			await typeSignIn(page, person);
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
	await typeSignIn(other, person);
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
	await typeSignIn(page, person);
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
	await typeSignIn(page, person);
	const path = new URL(page.url()).pathname;
	await assertAllAccessible(all, page, [path], Object.values(LOOKS));
	const stranger = await open();
	await signInAt(stranger, await register());
	assert.equal((await stranger.goto(path)).status(), 404);
	await Promise.all([page, stranger].map((one) => one.context().close()));
});

const CHANGES = [
	{ name: 'locked', act: async (id) => api('POST', `/threads/${id}/lock`, undefined, await admin()) },
	{ name: 'removed', act: async (id) => api('DELETE', `/threads/${id}`, undefined, await admin()) },
	{ name: 'hidden', act: async (id) => api('POST', `/threads/${id}/hide`, undefined, await admin()) }
];

for (const { name, act } of CHANGES) {
	test(`reply stays on the page if its thread was ${name} meanwhile`, async () => {
		const person = await register();
		const { id } = await discussion(person);
		const page = await open();
		await signInAt(page, person, `/threads/${id}`);
		const text = `First line\n\n“${name}” & <b>last</b> line`;
		await page.fill('#reply textarea', text);
		await act(id);
		await submit(page, '#reply button >> nth=0');
		assert.equal(await page.locator('main [role=alert]').count(), 1);
		assert.equal(await page.inputValue('main textarea'), text);
		await page.context().close();
	});
}

test('edit that meets a newer version shows it, and may replace it', async () => {
	const person = await register();
	const { id } = await discussion(person, 1);
	const [, reply] = await api('GET', `/threads/${id}/posts`, undefined, person.token);
	const page = await open();
	await signInAt(page, person, `/posts/${reply.id}/edit`);
	await page.fill('main textarea', 'Mine');
	await api('PATCH', `/posts/${reply.id}`, { content: 'The version of another tab' }, person.token);
	await submit(page, 'main form.card .actions button >> nth=0');
	assert.equal(await page.inputValue('main textarea'), 'Mine');
	assert.equal(await page.textContent('main blockquote'), 'The version of another tab');
	await submit(page, 'main form.card .actions button >> nth=0');
	assert.equal((await api('GET', `/posts/${reply.id}`, undefined, person.token)).content, 'Mine');
	await page.context().close();
});

for (const javaScriptEnabled of [false, true]) {
	test(`two tabs keep two drafts, with${javaScriptEnabled ? '' : 'out'} scripts`, async () => {
		const person = await register();
		const page = await open({ javaScriptEnabled });
		await signInAt(page, person, `/threads/${thread.id}`);
		const save = async (tab, text) => {
			await tab.fill('#reply textarea', text);
			await submit(tab, '#reply [formaction="/drafts/save"]');
		};
		const drafts = async () => (await api('GET', '/drafts', undefined, person.token)).map(({ content }) => content).sort();
		await save(page, 'One');
		const [draft] = await api('GET', '/drafts', undefined, person.token);
		const other = await page.context().newPage();
		for (const tab of [page, other]) {
			await tab.goto(`/threads/${thread.id}?draft=${draft.id}`);
		}
		await save(page, 'One, continued');
		await save(other, 'Another');
		assert.deepEqual(await drafts(), ['Another', 'One, continued']);
		await page.context().close();
	});
}

for (const javaScriptEnabled of [false, true]) {
	test(`long text in Japanese is kept as a draft and published, with${javaScriptEnabled ? '' : 'out'} scripts`, async () => {
		const person = await register();
		const page = await open({ javaScriptEnabled });
		await signInAt(page, person, `/threads/${thread.id}`);
		const text = (javaScriptEnabled ? 'い' : 'あ').repeat(45_000);
		await page.fill('#reply [name=content]', text);
		if (javaScriptEnabled) {
			await page.waitForSelector('#reply .status >> text=The draft is saved.');
		} else {
			await submit(page, '#reply [formaction="/drafts/save"]');
			const [{ id }] = await api('GET', '/drafts', undefined, person.token);
			await page.goto(`/threads/${thread.id}?draft=${id}`);
		}
		await submit(page, '#reply button >> nth=0');
		assert.equal(await page.locator('article.post .prose', { hasText: text }).count(), 1);
		await page.context().close();
	});
}

test('draft for a thread that was locked meanwhile can be read', async () => {
	const person = await register();
	const { id } = await discussion(person);
	const content = 'Written before the lock.\nOn two lines.';
	await api('POST', '/drafts', { threadId: id, content }, person.token);
	await api('POST', `/threads/${id}/lock`, undefined, await admin());
	const page = await open();
	await signInAt(page, person, '/drafts');
	assert.equal(await page.textContent('main details .whole'), content);
	await followLink(page, 'main h2 a');
	assert.equal(await page.inputValue('main textarea[readonly]'), content);
	await page.context().close();
});

test('composer says that a draft is not saved, and saves it later', async () => {
	const person = await register();
	const page = await open({ javaScriptEnabled: true });
	await signInAt(page, person, `/threads/${thread.id}`);
	await page.route('**/drafts/save', (route) => route.abort());
	await page.fill('#reply textarea', 'Written in a tunnel');
	await page.waitForSelector('#reply .status >> text=The draft could not be saved.');
	await page.unroute('**/drafts/save');
	await page.waitForSelector('#reply .status >> text=The draft is saved.');
	await page.context().close();
});

test('text of a social post stays in the browser until it is sent or its author signs out', async () => {
	const person = await register();
	const page = await open({ javaScriptEnabled: true });
	await signInAt(page, person, '/feed');
	const text = () => page.inputValue('#compose textarea');
	await page.fill('#compose textarea', 'Half a thought');
	await page.goto('/');
	await page.goto('/feed');
	await eventually(async () => (await text()) === 'Half a thought', 'The text');
	await submit(page, '#compose > button');
	await page.goto('/');
	await page.goto('/feed');
	assert.equal(await text(), '');
	await page.fill('#compose textarea', 'Not for others');
	await submit(page, 'form[action="/sign-out"] button');
	assert.equal(await page.evaluate(() => localStorage.length), 0);
	await page.context().close();
});

test('reply that another button of the page interrupts is there after the sign-in', async () => {
	const person = await register();
	const page = await open({ javaScriptEnabled: true });
	await signInAt(page, person, `/threads/${thread.id}`);
	await page.fill('#reply textarea', 'Not sent yet');
	await endSessions(person);
	await page.click('#post-1 [name=value] >> nth=0');
	await typeSignIn(page, person);
	await page.goto(`/threads/${thread.id}`);
	await eventually(async () => (await page.inputValue('#reply textarea')) === 'Not sent yet', 'The text');
	await eventually(async () => (await api('GET', '/drafts', undefined, await signIn(person.username, PASSWORD))).length === 1, 'The draft');
	await page.context().close();
});

test('title without a text is kept as a draft, and a half-written tag hinders nothing', async () => {
	const person = await register();
	const page = await open({ javaScriptEnabled: true });
	await signInAt(page, person, `/categories/${thread.slug}/new`);
	await page.fill('[name=title]', 'Only a title yet');
	await page.fill('[name=tags]', 'half written@');
	await page.waitForSelector('form .status >> text=The draft is saved.');
	await page.fill('[name=tags]', 'spring');
	// A page that is left saves at once.
	await page.goto('/robots.txt');
	await eventually(async () => (await api('GET', '/drafts', undefined, person.token))[0].tags.length === 1, 'The tag');
	await page.goto(`/categories/${thread.slug}/new`);
	await page.waitForSelector('form .status >> text=This is your saved draft.');
	assert.equal(await page.inputValue('[name=title]'), 'Only a title yet');
	assert.equal(await page.inputValue('[name=tags]'), 'spring');
	// It goes on with the draft that the page before has stored.
	await page.fill('[name=content]', 'And a text');
	await page.waitForSelector('form .status >> text=The draft is saved.');
	assert.equal((await api('GET', '/drafts', undefined, person.token)).length, 1);
	await page.context().close();
});

test('everything that was chosen or typed stays when a part of it is refused', async () => {
	const person = await register();
	const page = await open();
	await signInAt(page, person, '/settings/profile');
	await page.fill('[name=displayName]', 'x'.repeat(101));
	await page.fill('[name=bio]', 'Another bio');
	await submit(page, 'form[action="?/profile"] button');
	assert.equal(await page.getAttribute('[name=displayName]', 'aria-invalid'), 'true');
	assert.equal(await page.inputValue('[name=displayName]'), 'x'.repeat(101));
	assert.equal(await page.inputValue('[name=bio]'), 'Another bio');

	await page.goto('/settings/notifications');
	await page.uncheck('[name="reply.inApp"]');
	await page.selectOption('[name="mention.mail"]', 'weekly');
	await page.fill('[name=quietFrom]', '22:00');
	await page.fill('[name=quietTo]', '22:00');
	await submit(page, 'form[action="?/save"] > button');
	assert.equal(await page.locator('main [role=alert]').count(), 1);
	assert.equal(await page.isChecked('[name="reply.inApp"]'), false);
	assert.equal(await page.inputValue('[name="mention.mail"]'), 'weekly');
	assert.equal(await page.inputValue('[name=quietFrom]'), '22:00');
	await page.context().close();
});

test('draft without a category is continued from the list of drafts', async () => {
	const person = await register();
	await api('POST', '/drafts', { title: 'Somewhere', content: 'Not decided' }, person.token);
	const page = await open();
	await signInAt(page, person, '/drafts');
	await followLink(page, 'main .thread-title a');
	assert.equal(await page.inputValue('[name=content]'), 'Not decided');
	assert.equal(await page.inputValue('[name=title]'), 'Somewhere');
	await page.context().close();
});

test('sign-ins that were begun in two tabs return to their pages', async () => {
	const person = await register();
	const first = await open();
	const second = await first.context().newPage();
	await first.goto(`/sign-in?back=/threads/${thread.id}`);
	await second.goto('/sign-in?back=/explore');
	await typeSignIn(first, person);
	assert.equal(new URL(first.url()).pathname, `/threads/${thread.id}`);
	// Its form was made for a guest, who is this person now.
	await second.fill('[name=login]', person.username);
	await second.fill('[name=password]', PASSWORD);
	await submit(second, 'form[action="/oauth2/login"] button');
	await second.waitForURL('**/explore');
	await first.context().close();
});

test('links that have expired and pages of members lead on', async () => {
	const page = await open();
	for (const [path, next] of [
		[`/verify-email?token=${unique('t')}`, '/sign-in?back=%2Fsettings%2Faccount'],
		[`/confirm-email?token=${unique('t')}`, '/sign-in?back=%2Fsettings%2Faccount'],
		[`/restore-email?token=${unique('t')}`, '/forgot-password']
	]) {
		await page.goto(path);
		await submit(page, 'main form button');
		assert.equal(await page.locator(`main a[href="${next}"]`).count(), 1, path);
	}
	const path = `/threads/${unique('t')}`;
	await page.goto(path);
	assert.equal(await page.locator(`main a[href="/sign-in?back=${encodeURIComponent(path)}"]`).count(), 1);
	await page.context().close();
});
