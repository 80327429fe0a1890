import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
	admin,
	api,
	close,
	discussion,
	eventually,
	followLink,
	open,
	PASSWORD,
	register,
	shows,
	signInAt,
	site,
	submit,
	unique,
	verify
} from './forum.js';

let alice;

let bob;

before(async () => {
	[alice, bob] = await Promise.all([register(), register()]);
});

after(close);

const reply = (author, thread, content) => api('POST', '/posts', { threadId: thread.id, content }, author.token);

const unreadOf = async (person) => (await api('GET', '/notifications?unread=true', undefined, person.token)).length;

test('post that was split off is shown in its new thread', async () => {
	const boss = await admin();
	const old = await discussion(alice, 4);
	const before = await api('GET', `/threads/${old.id}/posts`);
	const title = unique('Split off ');
	const moved = before.filter(({ number }) => number === 4).map(({ id }) => id);
	await api('POST', `/threads/${old.id}/split`, { title, category: old.slug, posts: moved }, boss);
	const place = await eventually(async () => {
		const { threadId, number } = await api('GET', `/posts/${moved[0]}`);
		return threadId !== old.id && `/threads/${threadId}?post=${number}`;
	}, 'The split');
	const answer = await eventually(async () => {
		const one = await fetch(`${site}/threads/${old.id}?post=4`, { redirect: 'manual', headers: { 'cache-control': 'no-cache' } });
		return one.status === 301 && one;
	}, 'The redirect');
	assert.equal(answer.headers.get('location'), `${place}#${place.split('?')[1].replace('=', '-')}`);
	const page = await open();
	await page.goto(`/threads/${old.id}?post=4`);
	assert.equal(await page.textContent('h1'), title);
	assert.ok((await page.getAttribute('.permalink', 'href')).startsWith(place.split('?')[0]));
	await page.context().close();
});

test('thread on paper is its texts and their authors', async () => {
	const thread = await discussion(alice, 1);
	const page = await open();
	await signInAt(page, alice, `/threads/${thread.id}`);
	await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
	for (const shown of ['h1', '#post-1 .prose', '#post-2 .author', '#post-2 time']) {
		assert.ok(await page.locator(shown).first().isVisible(), shown);
	}
	for (const left of ['.top', '.side', '.bottom', '.rail', '#reply', '#post-1 footer', '.topic > header .tools']) {
		assert.equal(await page.locator(left).first().isVisible(), false, left);
	}
	assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme), 'light');
	await page.context().close();
});

for (const javaScriptEnabled of [false, true]) {
	test(`opened notification is read at once, with${javaScriptEnabled ? '' : 'out'} scripts`, async () => {
		const reader = await register();
		const thread = await discussion(reader);
		await reply(bob, thread, `Hello @${reader.username}`);
		await eventually(() => unreadOf(reader), 'The notification');
		const page = await open({ javaScriptEnabled });
		await signInAt(page, reader, '/notifications');
		await followLink(page, `main a[href^="/threads/${thread.id}"]`);
		assert.equal(new URL(page.url()).searchParams.get('notification'), null);
		assert.equal(await page.locator('#post-2').count(), 1);
		assert.equal(await unreadOf(reader), 0);
		await page.context().close();
	});
}

test('page that a script compares with the one that is shown marks nothing as read', async () => {
	const reader = await register();
	await verify(reader);
	const thread = await discussion(reader);
	const post = await eventually(
		() => api('POST', '/social/posts', { text: 'A post', visibility: 'public' }, reader.token).catch(() => null),
		'The social post'
	);
	const conversation = await eventually(
		() => api('POST', '/chat/conversations', { kind: 'direct', members: [reader.username] }, alice.token).catch(() => null),
		'The conversation'
	);
	await reply(bob, thread, 'A reply');
	await verify(bob);
	await eventually(
		() => api('POST', `/social/posts/${post.id}/comments`, { text: 'A comment' }, bob.token).catch(() => null),
		'The comment'
	);
	await api('POST', `/chat/conversations/${conversation.id}/messages`, { text: 'A message' }, alice.token);
	const unread = async () => ({
		notifications: await unreadOf(reader),
		messages: (await api('GET', '/chat/unread-count', undefined, reader.token)).messages
	});
	await eventually(async () => {
		const { notifications, messages } = await unread();
		return notifications === 3 && messages === 1;
	}, 'What is unread');
	const page = await open();
	await signInAt(page, reader, '/robots.txt');
	const pages = [`/threads/${thread.id}`, `/social/posts/${post.id}`, `/chat/${conversation.id}`];
	for (const path of pages) {
		assert.equal((await page.request.get(path, { headers: { 'x-parley-unseen': 'true' } })).status(), 200, path);
	}
	assert.equal((await api('GET', `/threads/${thread.id}/progress`, undefined, reader.token)).unread, 1);
	assert.deepEqual(await unread(), { notifications: 3, messages: 1 });
	for (const path of pages) {
		await page.goto(path);
	}
	await eventually(async () => {
		const { notifications, messages } = await unread();
		return notifications + messages === 0;
	}, 'Everything is read');
	await page.context().close();
});

test('pages of a thread have their own addresses and a picture for links', async () => {
	const thread = await discussion(await register(), 24);
	const page = await open();
	const canonical = async (path) => {
		await page.goto(path);
		const address = new URL(await page.getAttribute('link[rel=canonical]', 'href'));
		assert.equal(address.origin, new URL(site).origin);
		return address.pathname + address.search;
	};
	const base = `/threads/${thread.id}`;
	assert.equal(await canonical(base), base);
	const next = await page.getAttribute('link[rel=next]', 'href');
	assert.equal(await canonical(next), next);
	assert.equal(await canonical(`${base}?post=25`), `${base}?post=21`);
	assert.equal(await canonical(`${base}?post=2`), base);
	const picture = await fetch(await page.getAttribute('meta[property="og:image"]', 'content'));
	assert.deepEqual([picture.status, picture.headers.get('content-type')], [200, 'image/png']);
	assert.equal(await page.getAttribute('meta[name="twitter:card"]', 'content'), 'summary_large_image');
	await page.context().close();
});

test('sitemap is the same for all, and no cache keeps that of a signed-in reader', async () => {
	const page = await open();
	const guest = await page.request.get('/sitemap.xml');
	assert.doesNotMatch(guest.headers()['cache-control'], /public/);
	await signInAt(page, alice);
	const signedIn = await page.request.get('/sitemap.xml');
	assert.match(signedIn.headers()['cache-control'], /private/);
	assert.match(signedIn.headers().vary, /cookie/i);
	await page.context().close();
});

test('quotation has what was written, and of a selection its marks', async () => {
	const source = 'Run `make *all*`:\n\n```sh\nmake -j2 <all>\n```\n\n- [a link](https://example.org/a_b)\n- **bold** end';
	const thread = await discussion(alice);
	const { id, number } = await reply(alice, thread, source);
	const page = await open({ javaScriptEnabled: true });
	await signInAt(page, bob, `/threads/${thread.id}`);
	const quoted = `> [@${alice.username} wrote](/posts/${id})\n>\n${source.split('\n').map((line) => `> ${line}`.trimEnd()).join('\n')}\n\n`;
	const field = page.locator('#reply textarea');
	await page.click(`#post-${number} footer >> text=Reply`);
	await eventually(async () => (await field.inputValue()) === quoted, 'The quotation');
	await field.fill('');
	await page.evaluate((post) => {
		const items = document.querySelectorAll(`#post-${post} .prose li`);
		getSelection().setBaseAndExtent(items[0], 0, items[1].querySelector('strong').firstChild, 4);
	}, number);
	await page.click(`#post-${number} footer >> text=Reply`);
	assert.match(await field.inputValue(), /\n> - \[a link\]\(https:\/\/example\.org\/a_b\)\n> - \*\*bold\*\*\n\n$/);
	const plain = await open();
	await signInAt(plain, bob, `/threads/${thread.id}`);
	await followLink(plain, `#post-${number} footer >> text=Reply`);
	assert.equal(await plain.inputValue('#reply textarea'), quoted);
	await Promise.all([page, plain].map((one) => one.context().close()));
});

test('refusals are in German and at their fields', async () => {
	const page = await open({ locale: 'de-DE' });
	await page.goto('/register');
	await page.evaluate(() => document.querySelectorAll('form').forEach((form) => (form.noValidate = true)));
	await page.fill('[name=name]', 'Łukasz');
	await page.fill('[name=username]', 'admin');
	await page.fill('[name=email]', 'not an address');
	await page.fill('[name=password]', PASSWORD);
	await submit(page, 'form.card button');
	const described = async (name) => {
		const field = page.locator(`form.card [name=${name}]`);
		assert.equal(await field.getAttribute('aria-invalid'), 'true', name);
		const ids = (await field.getAttribute('aria-describedby')).split(' ');
		return page.locator(`#${ids.at(-1)}`).textContent();
	};
	const focused = () => page.evaluate(() => document.activeElement.name);
	assert.equal(await focused(), 'username');
	assert.equal(await described('username'), 'Dieser Benutzername ist reserviert.');
	assert.equal(await described('email'), 'Gib eine Mailadresse wie name@example.org an.');
	assert.equal(await page.inputValue('[name=name]'), 'Łukasz');
	assert.match(await page.textContent('[role=alert]'), /Benutzername: Dieser Benutzername ist reserviert\./);
	await page.context().close();
});

test('fifteen quotations in each other are readable on a narrow phone', async () => {
	const thread = await discussion(alice);
	const { number } = await reply(alice, thread, `${'> '.repeat(15)}Readable words in the innermost quotation`);
	const page = await open({ viewport: { width: 320, height: 640 } });
	for (const direction of ['ltr', 'rtl']) {
		await page.goto(`/threads/${thread.id}?post=${number}`);
		await page.evaluate((dir) => (document.documentElement.dir = dir), direction);
		const box = await page.locator(`#post-${number} .prose p`).boundingBox();
		assert.ok(box.width >= 140, `${box.width} px, ${direction}`);
	}
	await page.context().close();
});

test('newcomer learns of the mail, and returns to where they were', async () => {
	const thread = await discussion(alice);
	const username = unique('n');
	const page = await open();
	await page.goto(`/threads/${thread.id}`);
	await followLink(page, 'header a[href="/register"]');
	await page.fill('[name=name]', `Newcomer ${username}`);
	await page.fill('[name=email]', `${username}@example.org`);
	await page.fill('[name=password]', PASSWORD);
	await submit(page, 'form.card button');
	assert.match(await page.textContent('main .notice'), new RegExp(`${username}@example\\.org`));
	await submit(page, 'main form button');
	assert.equal(await page.locator('main [role=status], main [role=alert]').count(), 1);
	await followLink(page, 'main a.button');
	assert.equal(new URL(page.url()).pathname, `/threads/${thread.id}`);
	await page.context().close();
});

test('conversation finds people by a part of their name', async () => {
	const carol = await register();
	const beginning = carol.username.slice(0, -2);
	await eventually(
		async () => (await api('GET', `/members?q=${beginning}`, undefined, bob.token)).length === 1,
		'The new member'
	);
	const page = await open();
	await signInAt(page, bob, '/chat/new');
	await page.fill('form[action="?/direct"] [name=username]', beginning);
	await submit(page, 'form[action="?/direct"] button');
	await eventually(async () => {
		await submit(page, `li:has-text("${carol.username}") button`);
		return new URL(page.url()).pathname !== '/chat/new';
	}, 'The conversation');
	assert.match(await page.textContent('h1'), new RegExp(carol.username));
	await page.context().close();
	const typing = await open({ javaScriptEnabled: true });
	await signInAt(typing, bob, '/chat/new');
	await typing.fill('form[action="?/direct"] [name=username]', carol.displayName.slice(0, -2));
	await typing.waitForSelector(`datalist option[value="${carol.username}"]`, { state: 'attached' });
	await typing.context().close();
});

test('moderator of a category edits and removes posts where they are read', async () => {
	const thread = await discussion(alice, 1);
	const [moderator, boss] = await Promise.all([register(), admin()]);
	await eventually(
		() => api('PUT', `/categories/${thread.slug}/moderators/${moderator.username}`, undefined, boss).then(() => true, () => false),
		'The appointment'
	);
	const page = await open();
	await signInAt(page, moderator, `/threads/${thread.id}`);
	await followLink(page, '#post-2 footer >> text=Edit');
	await page.fill('textarea[name=content]', 'Edited by a moderator');
	await submit(page, 'form.card button');
	assert.match(await page.textContent('#post-2'), /Edited by a moderator/);
	await submit(page, '#post-2 footer button:has-text("Remove")');
	assert.match(await page.textContent('#post-2 .gone'), /moderator removed/);
	const reader = await open();
	await signInAt(reader, bob, `/threads/${thread.id}`);
	assert.equal(await reader.locator('#post-1 footer >> text=Edit').count(), 0);
	await Promise.all([page, reader].map((one) => one.context().close()));
});

test('names turn nothing around them, and have the username beside them', async () => {
	const person = await register();
	await api('PATCH', '/users/me', { displayName: 'דנה (שלום)!' }, person.token);
	const thread = await discussion(person);
	const page = await open();
	const head = page.locator('#post-1 h2');
	await eventually(async () => {
		await page.goto(`/threads/${thread.id}`);
		return (await head.textContent()).includes('דנה');
	}, 'The name');
	assert.equal(await head.locator('bdi').first().textContent(), 'דנה (שלום)!');
	assert.match(await head.textContent(), new RegExp(`@${person.username}`));
	assert.equal(await page.textContent('.crumbs bdi'), `Category ${thread.slug}`);
	await page.goto('/');
	assert.equal(await page.textContent(`li:has(a[href="/threads/${thread.id}"]) a[href^="/categories/"]`), `Category ${thread.slug}`);
	await api('PATCH', '/users/me', { displayName: 'דנה שלום '.repeat(9).trim() }, person.token);
	await signInAt(page, person, '/');
	const own = await page.locator('.act.you > .desk > bdi').evaluate((name) => {
		const { direction, textOverflow } = getComputedStyle(name);
		return { direction, textOverflow, isCut: name.scrollWidth > name.clientWidth };
	});
	assert.deepEqual(own, { direction: 'rtl', textOverflow: 'ellipsis', isCut: true }, 'it is cut at its end');
	await page.context().close();
});

test('accepted answers of a person have a page of their own', async () => {
	const [asker, helper] = await Promise.all([register(), register()]);
	const { id } = await discussion(asker);
	const reply = (content) => api('POST', '/posts', { threadId: id, content }, helper.token);
	await reply('Only a remark');
	const answer = await reply('The answer');
	await api('PUT', `/threads/${id}/answer`, { postId: answer.id }, asker.token);
	const page = await open();
	await shows(page, `/people/${helper.username}/answers`, 'main .threads li', 1);
	assert.match(await page.textContent('main .threads'), /Accepted answer\s*The answer/);
	await followLink(page, 'main .threads a');
	assert.match(page.url(), /post=3#post-3$/);
	await page.goto(`/people/${asker.username}/answers`);
	assert.match(await page.textContent('main .empty'), /No reply/);
	await page.context().close();
});
