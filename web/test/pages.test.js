import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import {
	LOOKS,
	address,
	admin,
	api,
	assertAccessible,
	close,
	discussion,
	erasesAtOnce,
	eventually,
	followLink,
	mailedLink,
	navigated,
	open,
	PASSWORD,
	register,
	signIn,
	signInAt,
	site,
	submit,
	typeSignIn,
	unique
} from './forum.js';
import { firstView, LIMITS } from './firstview.js';

let alice;
let thread;

before(async () => {
	alice = await register();
	thread = await discussion(alice, 24);
});

after(close);

test('guest reads from home to the last post without scripts and cookies', async () => {
	const page = await open();
	const home = await page.goto('/');
	const policy = home.headers()['content-security-policy'];
	assert.match(policy, /default-src 'none'/);
	assert.match(policy, /script-src 'self';/);
	assert.doesNotMatch(policy, /unsafe/);
	const category = `a[href="/categories/${thread.slug}"] >> visible=true`;
	await eventually(async () => {
		await page.goto('/');
		return page.locator(category).count();
	}, 'The home page, which guests share for some seconds');
	await followLink(page, category);
	await followLink(page, `a[href="/threads/${thread.id}"]`);
	assert.equal(await page.textContent('h1'), thread.title);
	assert.equal(await page.locator('article.post').count(), 20);
	assert.match(await page.innerHTML('#post-1'), /<strong>first<\/strong>/);
	await followLink(page, 'nav a[rel=next]');
	assert.equal(await page.locator('article.post').count(), 5);
	await followLink(page, 'nav a[rel=prev]');
	assert.equal(await page.locator('#post-1').count(), 1);
	await page.goto(`/threads/${thread.id}?post=23`);
	assert.equal(await page.locator('#post-23').count(), 1);
	await followLink(page, '#post-23 .author');
	assert.equal(await page.textContent('h1'), alice.displayName);
	assert.deepEqual(await page.context().cookies(), []);
	assert.equal(await page.locator('script').count(), 0);
	await page.context().close();
});

test('first view of a thread of 20 posts weighs at most 40 KiB compressed', async () => {
	const load = async (path) => {
		const answer = await fetch(site + path, { headers: { 'accept-encoding': 'gzip' } });
		assert.equal(answer.status, 200, path);
		return { text: await answer.text(), bytes: Number(answer.headers.get('content-length')) };
	};
	const { gzipSync } = await import('node:zlib');
	const page = await load(`/threads/${thread.id}`);
	const links = [...page.text.matchAll(/<link[^>]+href="([^"]+)"[^>]*>/g)]
		.filter(([tag]) => /rel="(stylesheet|icon|modulepreload|preload)"/.test(tag))
		.map(([, href]) => href);
	assert.ok(links.length >= 2);
	const scripts = [...page.text.matchAll(/<script[^>]+src="([^"]+)"/g)].map(([, src]) => src);
	for (const script of scripts) {
		// A script imports its parts by names relative to it.
		const { text } = await load(script);
		const parts = [...text.matchAll(/from\s*"\.\/([^"]+)"/g)].map(([, part]) => new URL(part, site + script).pathname);
		links.push(script, ...parts.filter((part) => !scripts.includes(part)));
	}
	assert.ok(links.some((href) => href.endsWith('.js')));
	let total = gzipSync(page.text).length;
	for (const href of links) {
		total += gzipSync((await load(href)).text).length;
	}
	console.log(`A thread page of 20 posts weighs ${total} bytes compressed.`);
	assert.ok(total <= 40 * 1024, `${total} bytes`);
});

test('first views of a guest and of a writer move nothing and stay below their limits on the wire', async () => {
	const twenty = await discussion(await register(), 19);
	for (const [name, reader] of [['guest', null], ['writer', alice]]) {
		const page = await open({ javaScriptEnabled: true });
		if (reader) {
			await signInAt(page, reader);
		}
		const { bytes, shift } = await firstView(page, `/threads/${twenty.id}`);
		console.log(`The first view of a ${name} has ${bytes} bytes on the wire.`);
		assert.ok(bytes > 1024 && bytes <= LIMITS[name], `${bytes} bytes for a ${name}`);
		assert.equal(shift, 0, `layout shift for a ${name}`);
		await page.context().close();
	}
});

test('replies are shown as a tree, below the posts that they answer', async () => {
	// Of somebody who has not reached the limit of writes.
	const writer = await register();
	const thread = await discussion(writer);
	const reply = (content, replyTo) =>
		api('POST', '/posts', { threadId: thread.id, content, ...(replyTo ? { replyTo } : {}) }, writer.token);
	const first = await reply('The first branch.');
	await reply('The second branch.');
	await reply('An answer in the first branch.', first.id);
	// The page offers the tree when a reply is counted.
	await eventually(async () => (await api('GET', `/threads/${thread.id}`)).replyCount === 3, 'The number of replies');
	const page = await open({ javaScriptEnabled: false });
	await page.goto(`/threads/${thread.id}`);
	await followLink(page, 'text=Replies as a tree');
	const places = await page.$$eval('.tree > [data-depth]', (all) =>
		all.map((one) => `${one.querySelector('article').dataset.number} ${one.dataset.depth}`));
	assert.deepEqual(places, ['1 0', '2 0', '4 1', '3 0']);
	await followLink(page, 'text=Replies by time');
	assert.deepEqual(await page.$$eval('#posts article', (all) => all.map((one) => one.dataset.number)), ['1', '2', '3', '4']);
	await page.context().close();
});

test('thread vanishes from guests\' pages within a second', async () => {
	const vanishing = await discussion(await register());
	const path = `/threads/${vanishing.id}`;
	const read = () => fetch(site + path, { headers: { accept: 'text/html', 'x-forwarded-for': address() } });
	const [first, second] = [await read(), await read()];
	assert.equal(first.status, 200);
	assert.equal(first.headers.get('set-cookie'), null);
	assert.equal(second.headers.get('content-security-policy'), first.headers.get('content-security-policy'));
	const german = await fetch(site + path, { headers: { 'accept-language': 'de-AT', 'x-forwarded-for': address() } });
	assert.match(await german.text(), /<html lang="de"/);
	await api('POST', `${path}/hide`, undefined, await admin());
	const hidden = Date.now();
	await eventually(async () => (await read()).status === 404, 'The end of the page');
	// The page from memory, and the time for the forum's instances to hear of it and for the request.
	assert.ok(Date.now() - hidden < 5_000, `${Date.now() - hidden} ms`);
});

test('signed-in person writes, edits and signs out for good', async () => {
	const page = await open();
	// Not the author of the thread, who has almost reached the limit of writes.
	await page.goto(`/sign-in?back=/threads/${thread.id}`);
	await typeSignIn(page, await register());
	assert.equal(new URL(page.url()).pathname, `/threads/${thread.id}`);
	const [cookie] = (await page.context().cookies()).filter(({ name }) => name === 'parley_web_session');
	assert.ok(cookie.httpOnly);
	assert.equal(cookie.sameSite, 'Lax');
	await page.fill('#reply textarea', 'A reply from the **page**');
	await submit(page, '#reply button');
	assert.match(page.url(), /post=26#post-26$/);
	assert.match(await page.innerHTML('#post-26'), /<strong>page<\/strong>/);
	await followLink(page, '#post-26 footer a[title=Edit]');
	await page.fill('textarea[name=content]', 'An edited reply');
	await submit(page, 'form.card button');
	assert.match(await page.textContent('#post-26'), /An edited reply/);
	const answer = await page.goto('/notifications');
	assert.match(answer.headers()['cache-control'], /no-store/);
	await submit(page, 'text=Sign out');
	assert.equal(new URL(page.url()).pathname, '/');
	await page.context().addCookies([cookie]);
	await page.goto('/settings');
	assert.match(page.url(), /\/oauth2\/login/, 'the old cookie is worth nothing');
	await page.context().close();
});

test('new thread, vote, bookmark, follow and report', async () => {
	const bob = await register();
	const page = await open();
	await signInAt(page, bob, `/categories/${thread.slug}/new`);
	await page.fill('[name=title]', '   x   '); // Blanks do not count, but browsers count them.
	await page.fill('[name=content]', 'Text');
	await submit(page, 'form.card button');
	assert.equal(await page.locator('[role=alert]').count(), 1, 'a short title is refused');
	assert.equal(await page.inputValue('[name=content]'), 'Text');
	await page.fill('[name=title]', 'A thread from the page');
	await submit(page, 'form.card button');
	assert.equal(await page.textContent('h1'), 'A thread from the page');
	await page.goto(`/threads/${thread.id}`);
	await submit(page, '#post-1 button:has-text("Vote up")');
	assert.equal(await page.getAttribute('#post-1 button:has-text("Vote up")', 'aria-pressed'), 'true');
	await submit(page, '#post-1 button:has-text("Bookmark")');
	await page.goto(`/threads/${thread.id}`);
	await submit(page, '#post-1 button:has-text("Remove bookmark")');
	await page.goto('/bookmarks');
	assert.equal(await page.locator(`a[href^="/threads/${thread.id}"]`).count(), 0);
	await page.goto(`/threads/${thread.id}`);
	await submit(page, '#post-1 button:has-text("Bookmark")');
	await submit(page, '#follow button');
	assert.equal(await page.locator('text=Stop following').count(), 1);
	await submit(page, '#follow button >> text=Mute');
	assert.equal(await page.locator('#follow button >> text=Unmute').count(), 1);
	assert.equal(await page.locator('text=Stop following').count(), 0);
	await page.goto('/bookmarks');
	assert.equal(await page.locator(`a[href^="/threads/${thread.id}"]`).count(), 1);
	await page.goto(`/threads/${thread.id}`);
	await followLink(page, '#post-2 >> text=Report');
	await page.selectOption('[name=reason]', 'spam');
	await submit(page, 'form.card button');
	assert.equal(await page.locator('main [role=status]').count(), 1);
	await page.context().close();
});

test('author takes the deletion of a post back', async () => {
	const page = await open();
	const author = await register();
	const own = await discussion(author, 1);
	await signInAt(page, author, `/threads/${own.id}`);
	await submit(page, '#post-2 footer button:has-text("Delete")');
	assert.match(await page.textContent('#post-2 .gone'), /The author deleted this post/);
	await submit(page, '#post-2 button >> text=Restore');
	assert.match(await page.textContent('#post-2 .prose'), /Reply 0/);
	await page.context().close();
});

test('category is followed, and its notification is read, removed and taken back', async () => {
	const page = await open();
	const [author, follower] = await Promise.all([register(), register()]);
	const { slug } = await discussion(author);
	await signInAt(page, follower, `/categories/${slug}`);
	await submit(page, 'main button:has-text("Follow")');
	assert.equal(await page.locator('main button >> text=Stop following').count(), 1);
	const title = unique('News ');
	await api('POST', '/threads', { category: slug, title, content: 'Text' }, author.token);
	const item = page.locator('main li', { hasText: title });
	await eventually(async () => {
		await page.goto('/notifications?unread=true');
		return item.count();
	}, 'The notification');
	await navigated(page, () => item.locator('button:has-text("Mark as read")').click());
	assert.equal(await item.locator('.badge').count(), 0);
	await followLink(page, 'main nav >> text=Unread');
	assert.equal(await item.count(), 0);
	await followLink(page, 'main nav >> text=All');
	await navigated(page, () => item.locator('button:has-text("Remove")').click());
	assert.equal(await item.count(), 0);
	await submit(page, 'main button >> text=Undo');
	assert.equal(await item.count(), 1);
	await page.context().close();
});

test('tag lists its threads, and is followed and muted', async () => {
	const page = await open();
	const author = await register();
	const { slug } = await discussion(author);
	const tag = unique('t');
	const title = unique('Tagged ');
	const tagged = await api('POST', '/threads', { category: slug, title, content: 'Text', tags: [tag] }, author.token);
	await signInAt(page, author, `/threads/${tagged.id}`);
	const item = page.locator('main li', { hasText: title });
	await eventually(async () => {
		await page.goto(`/threads/${tagged.id}`);
		await navigated(page, () => page.click(`a[rel=tag]:has-text("${tag}")`));
		return item.count();
	}, 'The thread below its tag');
	assert.equal(new URL(page.url()).pathname, `/tags/${tag}`);
	await submit(page, 'main button:has-text("Follow")');
	assert.equal(await page.locator('main button >> text=Stop following').count(), 1);
	await submit(page, 'main button:has-text("Mute")');
	await page.goto('/settings/following');
	await navigated(page, () => page.locator('main li', { hasText: tag }).locator('h2 a').click());
	assert.equal(await page.locator('main button >> text=Unmute').count(), 1);
	await followLink(page, 'nav.tabs >> text=Unanswered');
	assert.equal(await item.count(), 1);
	assert.equal((await page.goto(`/tags/${unique('t')}`)).status(), 404);
	await page.context().close();
});

test('link of each notification leads to a page', async () => {
	const [author, other] = await Promise.all([register(), register()]);
	const own = await discussion(author);
	const known = (write) => eventually(() => write().then((data) => data ?? true, () => false), 'The people');
	await known(() => api('PUT', `/social/people/${author.username}/follow`, undefined, other.token));
	const post = await known(() => api('POST', '/social/posts', { text: 'A post', visibility: 'public' }, author.token));
	await known(() => api('PUT', `/social/posts/${post.id}/reaction`, { kind: 'like' }, other.token));
	await api('POST', `/social/posts/${post.id}/comments`, { text: 'A comment' }, other.token);
	await api('POST', '/posts', { threadId: own.id, content: 'A reply' }, other.token);
	await api('POST', '/posts', { threadId: thread.id, content: `Hello @${author.username}` }, other.token);
	await api('PUT', `/admin/users/${author.id}/role`, { role: 'moderator' }, await admin());
	// The change of the role has ended the token.
	const token = await eventually(() => signIn(author.username, PASSWORD).catch(() => null), 'The sign-in');
	const kinds = ['follow', 'reaction', 'comment', 'reply', 'mention', 'role'];
	const notifications = await eventually(async () => {
		const all = await api('GET', '/notifications', undefined, token);
		return kinds.every((kind) => all.some((one) => one.kind === kind)) && all;
	}, `Notifications of ${kinds}`);
	const page = await open();
	await signInAt(page, author);
	for (const { kind, link } of notifications) {
		const answer = await page.goto(link);
		assert.equal(answer.status(), 200, `${kind}: ${link}`);
		const { pathname, search } = new URL(page.url());
		assert.equal(pathname + search, link, kind);
	}
	await page.context().close();
});

test('settings have the language of mails and what happened to the account', async () => {
	const person = await register();
	const page = await open();
	await signInAt(page, person, '/settings/appearance');
	await page.selectOption('#locale', { label: 'Deutsch' });
	await submit(page, '[aria-labelledby=times] button');
	const account = await api('GET', '/users/me', undefined, person.token);
	assert.equal(account.locale, 'de');
	await eventually(async () => {
		await page.goto('/settings/activity');
		return page.locator('main td >> text=Signed in').count();
	}, 'The record of the sign-in');
	await page.context().close();
});

test('search finds a thread from home', async () => {
	const page = await open();
	await eventually(async () => {
		await page.goto('/');
		await page.fill('[name=q]', thread.title);
		await submit(page, 'form[role=search] button');
		return page.locator(`a[href^="/threads/${thread.id}"]`).count();
	}, 'The hit');
	await page.goto(`/search?q=${unique('nothing')}`);
	assert.equal(await page.locator('main [role=status]').count(), 1);
	await page.context().close();
});

test('registration signs in, and its mailed link verifies by its form only', async () => {
	const page = await open();
	const username = unique('r');
	await page.goto('/register');
	await page.fill('[name=name]', 'New Person');
	await page.fill('[name=username]', username);
	await page.fill('[name=email]', `${username}@example.org`);
	await page.fill('[name=password]', PASSWORD);
	await submit(page, 'form.card button');
	assert.equal(await page.locator('header >> text=New Person').count(), 1);
	await follow(page, await mailedLink(`${username}@example.org`, '/verify-email'), async () => {
		await page.goto('/settings/account');
		return (await page.locator('text=This address is not verified yet.').count()) === 0;
	});
	await page.context().close();
});

test('mailed link resets the password', async () => {
	const person = await register();
	const page = await open();
	await page.goto('/forgot-password');
	await page.fill('[name=email]', person.email);
	await submit(page, 'form.card button');
	assert.equal(await page.locator('main [role=status]').count(), 1);
	const link = await mailedLink(person.email, '/reset-password');
	await openSecret(page, link);
	await page.fill('[name=password]', 'another correct horse');
	await submit(page, 'form.card button');
	assert.equal(await page.locator('main [role=status]').count(), 1);
	await api('POST', '/auth/login', { login: person.username, password: 'another correct horse' });
	// The confirmation of the change leads to the same page.
	assert.equal((await page.goto(await mailedLink(person.email, '/forgot-password'))).status(), 200);
	await page.context().close();
});

test('mailed links confirm a new address and restore the old one', async () => {
	const person = await register();
	const other = `${unique('n')}@example.org`;
	await api('POST', '/auth/change-email', { email: other, password: PASSWORD }, person.token);
	const page = await open();
	const email = async () => (await api('GET', '/users/me', undefined, person.token)).email;
	await follow(page, await mailedLink(other, '/confirm-email'), async () => (await email()) === other);
	const restore = await mailedLink(person.email, '/restore-email');
	await follow(page, restore, async () => {
		const token = (await api('POST', '/auth/login', { login: person.username, password: PASSWORD })).accessToken;
		return (await api('GET', '/users/me', undefined, token)).email === person.email;
	});
	await page.context().close();
});

const notHere = erasesAtOnce && 'accounts are erased at once here';

test('mail about a deleted account leads to the page that keeps it', { skip: notHere }, async () => {
	const person = await register();
	const page = await open();
	await signInAt(page, person, '/settings/delete');
	await page.fill('[name=password]', PASSWORD);
	await submit(page, 'form.card button');
	const link = await mailedLink(person.email, '/restore-account');
	await openSecret(page, link);
	await page.fill('[name=login]', person.username);
	await page.fill('[name=password]', PASSWORD);
	await submit(page, 'form.card button');
	assert.equal(await page.locator('main [role=status]').count(), 1);
	await api('POST', '/auth/login', { login: person.username, password: PASSWORD });
	await page.context().close();
});

test('page that keeps a deleted account refuses a wrong password', async () => {
	const page = await open();
	await page.goto('/restore-account');
	await page.fill('[name=login]', alice.username);
	await page.fill('[name=password]', 'not the password');
	await submit(page, 'form.card button');
	assert.equal(await page.locator('[role=alert]').count(), 1);
	await page.context().close();
});

test('notification settings, where every mail leads, are saved', async () => {
	const page = await open();
	await signInAt(page, alice, '/settings/notifications');
	await page.selectOption('[name="reply.mail"]', 'weekly');
	await page.fill('[name=quietFrom]', '22:00');
	await submit(page, 'form.card button');
	assert.equal(await page.locator('[role=alert]').count(), 1);
	await page.fill('[name=quietFrom]', '22:00');
	await page.fill('[name=quietTo]', '07:00');
	await page.selectOption('[name="reply.mail"]', 'weekly');
	await submit(page, 'form.card button');
	await page.goto('/settings/notifications');
	assert.equal(await page.inputValue('[name="reply.mail"]'), 'weekly');
	assert.equal(await page.inputValue('[name=quietFrom]'), '22:00');
	assert.equal(await page.inputValue('[name=quietTo]'), '07:00');
	await page.context().close();
});

test('hostile content does not run', async () => {
	const file = '../../platform/platform-text/src/test/resources/org/parley/platform/text/markdown/attacks.json';
	const attacks = JSON.parse(await readFile(new URL(file, import.meta.url), 'utf8'));
	// The API refuses control characters and halves of characters in texts.
	const hostile = attacks.filter((attack) => attack.isWellFormed() && !/[\0-\x08]/.test(attack));
	assert.ok(hostile.length > 80);
	const [first, ...others] = Array.from({ length: 15 }, (_, post) =>
		hostile.filter((_, index) => index % 15 === post).join('\n\n')
	);
	const title = '</title><script>alert(1)</script>';
	// Alice has written the posts of the long thread within this minute.
	const mallory = await register();
	const { id } = await api('POST', '/threads', { category: thread.slug, title, content: first }, mallory.token);
	for (const content of others) {
		await api('POST', '/posts', { threadId: id, content }, mallory.token);
	}
	const page = await open({ javaScriptEnabled: true });
	const foreign = [];
	const dialogs = [];
	page.on('request', (request) => request.url().startsWith(site) || foreign.push(request.url()));
	page.on('dialog', (dialog) => {
		dialogs.push(dialog.message());
		return dialog.dismiss();
	});
	await page.goto(`/threads/${id}`);
	await page.waitForLoadState('networkidle');
	assert.equal(await page.locator('article.post').count(), 15);
	assert.match(await page.title(), /<\/title><script>/);
	assert.equal(
		await page.locator('main script, main iframe, main svg:not(.dot), main style, .prose :is(form, input, textarea, template)').count(),
		0
	);
	const targets = await page.locator('.prose [href], .prose [src]').evaluateAll((all) => all.map((one) => one.href ?? one.src));
	assert.deepEqual(targets.filter((target) => !/^(https?|mailto):/.test(target)), []);
	const handlers = await page.evaluate(() =>
		[...document.querySelectorAll('main *')].flatMap(({ attributes }) => [...attributes]).filter(({ name }) => name.startsWith('on')).length
	);
	assert.equal(handlers, 0);
	assert.deepEqual([foreign, dialogs], [[], []]);
	await page.context().close();
});

test('session that is ended on another device is a guest there', async () => {
	const person = await register();
	const [here, there] = [await open(), await open()];
	await signInAt(there, person);
	await signInAt(here, person, '/settings/sessions');
	// The registration has a session, too.
	while (await here.locator('form[action="?/end"]').count()) {
		await submit(here, 'form[action="?/end"] button');
	}
	await eventually(async () => {
		await there.goto('/');
		return (await there.locator('text=Sign out').count()) === 0;
	}, 'The end of the other session');
	await here.goto('/settings');
	assert.equal(await here.locator('h1').textContent(), 'Profile', 'the old address leads to the first page');
	await Promise.all([here, there].map((page) => page.context().close()));
});

test('ban ends the page session at once', async () => {
	const person = await register();
	const page = await open();
	await signInAt(page, person);
	await api('POST', `/admin/users/${person.id}/ban`, { reason: 'Test' }, await admin());
	await eventually(async () => {
		await page.goto('/');
		return (await page.locator('text=Sign out').count()) === 0;
	}, 'The end of the session');
	await page.context().close();
});

test('foreign forms are refused', async () => {
	const post = (headers) =>
		fetch(`${site}/language`, {
			method: 'POST',
			redirect: 'manual',
			headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
			body: 'language=de&back=//evil.example'
		});
	assert.equal((await post({ origin: 'https://evil.example' })).status, 403);
	assert.equal((await post({ 'sec-fetch-site': 'cross-site' })).status, 403);
	const own = await post({ origin: site });
	assert.equal(own.status, 303);
	assert.equal(own.headers.get('location'), '/');
});

test('language follows the browser and the choice', async () => {
	const page = await open({ locale: 'de-DE' });
	await page.goto('/');
	assert.equal(await page.getAttribute('html', 'lang'), 'de');
	await page.selectOption('#language', 'en');
	await submit(page, '.bottom button');
	assert.equal(await page.getAttribute('html', 'lang'), 'en');
	await page.context().close();
});

test('Arabic page mirrors the mark of closed details, and shows an address while it is typed as it is read', async () => {
	const page = await open({ locale: 'ar', javaScriptEnabled: true });
	await page.goto('/keyboard');
	const { turned, ordered } = await page.evaluate(() => {
		const add = (name, to) => to.appendChild(document.createElement(name));
		const main = document.querySelector('main');
		const details = add('details', main);
		const summary = add('summary', details);
		const turned = [false, true].map((open) => {
			details.open = open;
			return new DOMMatrix(getComputedStyle(summary, '::before').transform).a < 0;
		});
		const ordered = ['text', 'email', 'url'].map((type) => {
			const field = Object.assign(add('input', main), { type });
			return getComputedStyle(field).unicodeBidi;
		});
		return { turned, ordered };
	});
	assert.deepEqual(turned, [true, false], 'closed, open');
	assert.deepEqual(ordered, ['plaintext', 'plaintext', 'plaintext']);
	await page.context().close();
});

test('pages and sign-in are in Arabic, from right to left', async (all) => {
	const page = await open({ locale: 'ar', javaScriptEnabled: true });
	const paths = ['/', `/threads/${thread.id}`, '/sign-in', '/settings', '/chat', '/notifications'];
	for (const path of paths) {
		await all.test(path, async () => {
			if (path === '/settings') {
				await signInAt(page, alice);
			}
			await assertAccessible(page, path, [LOOKS.lightDesk, LOOKS.darkPhone]);
			assert.equal(await page.getAttribute('html', 'lang'), 'ar');
			assert.equal(await page.evaluate(() => getComputedStyle(document.body).direction), 'rtl');
			for (const title of await page.locator('.thread-title').all()) {
				assert.equal(await title.evaluate((element) => getComputedStyle(element).textAlign), 'right');
			}
			assert.match(await page.locator('h1').first().textContent(), path.startsWith('/threads') ? /./ : /\p{Script=Arabic}/u);
		});
	}
	await page.context().close();
});

test('times are in the zone of the settings, also after the next sign-in', async () => {
	const person = await register();
	const page = await open();
	await signInAt(page, person, '/settings/appearance');
	await page.selectOption('[name=timeZone]', 'Asia/Tokyo');
	await submit(page, '[aria-labelledby=times] button');
	const again = await open();
	await signInAt(again, person);
	const format = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Asia/Tokyo' });
	for (const reader of [page, again]) {
		await reader.goto(`/threads/${thread.id}`);
		const time = reader.locator('#post-1 time').first();
		assert.equal(await time.getAttribute('title'), format.format(new Date(await time.getAttribute('datetime'))));
		await reader.context().close();
	}
});

test('privacy page says what is sent to models, and leads to own data', async () => {
	const page = await open();
	await page.goto('/');
	await followLink(page, '.bottom a[href="/privacy"]');
	const text = await page.textContent('main');
	assert.match(text, /No text is sent to an outside model to be checked\./);
	assert.match(text, /Summaries of threads are made by the forum itself/);
	assert.deepEqual(await page.context().cookies(), []);
	await signInAt(page, alice, '/privacy');
	for (const path of ['/settings/export', '/settings/activity', '/settings/delete']) {
		assert.equal(await page.locator(`main a[href="${path}"]`).count(), 1, path);
	}
	const set = (await page.context().cookies()).map(({ name }) => name.replace(/^__(Host|Secure)-/, ''));
	const named = await page.locator('main tbody th').allTextContents();
	assert.deepEqual(set.filter((name) => !named.join(', ').split(', ').includes(name)), [], 'every cookie is named');
	await page.context().close();
});

test('robots, sitemap, set-up and errors', async () => {
	const guest = { headers: { 'x-forwarded-for': address() } };
	const robots = await (await fetch(`${site}/robots.txt`, guest)).text();
	assert.match(robots, /Sitemap: .*\/sitemap\.xml/);
	const sitemap = await (await fetch(`${site}/sitemap.xml`, guest)).text();
	assert.match(sitemap, new RegExp(`/threads/${thread.id}<`));
	const page = await open();
	const setup = await page.goto('/setup');
	assertSecret(setup);
	assert.equal(await page.locator('form.card').count(), 0, 'it is set up');
	const form = await page.request.post('/privacy', { form: { a: '1' }, headers: { origin: site, accept: 'text/html', 'accept-language': 'de' } });
	assert.equal(form.status(), 405);
	assert.doesNotMatch(await form.text(), /method not allowed|No form actions/i, 'the page explains it in the language of its reader');
	for (const path of ['/nothing', '/threads/nothing', '/categories/nothing', '/tags/nothing', '/people/nobody-at-all']) {
		const answer = await page.goto(path);
		assert.equal(answer.status(), 404, path);
		assert.equal(await page.locator('main a[href="/"]').count(), 1, path);
	}
	const marked = await fetch(`${site}/people/@nobody-at-all/replies?page=2`, { redirect: 'manual', ...guest });
	assert.equal(marked.status, 301);
	assert.equal(marked.headers.get('location'), '/people/nobody-at-all/replies?page=2');
	const api404 = await fetch(`${site}/api/v1/nothing`, guest);
	assert.equal((await api404.json()).code, 'route.not-found');
	await page.context().close();
});

/** Opens a mailed link twice, which changes nothing, and submits its form. */
async function follow(page, link, isDone) {
	await openSecret(page, link);
	await openSecret(page, link);
	assert.equal(await isDone(), false, 'opening changes nothing');
	await openSecret(page, link);
	const sent = page.waitForRequest((request) => request.method() === 'POST');
	await submit(page, 'form.card button');
	assert.equal((await (await sent).allHeaders()).origin, new URL(page.url()).origin);
	assert.equal(await page.locator('main [role=status]').count(), 1, await page.textContent('main'));
	assert.equal(await isDone(), true);
}

async function openSecret(page, link) {
	const answer = await page.goto(link);
	assert.equal(answer.status(), 200);
	assertSecret(answer);
}

function assertSecret(answer) {
	const headers = answer.headers();
	assert.equal(headers['cache-control'], 'no-store');
	assert.equal(headers['referrer-policy'], 'no-referrer');
	assert.equal(headers['x-robots-tag'], 'noindex');
}
