import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
	admin,
	api,
	assertAccessible,
	close,
	discussion,
	eventually,
	followLink,
	mailedLink,
	navigated,
	open,
	PASSWORD,
	register,
	shows,
	signIn,
	signInAt,
	site,
	staff,
	submit,
	unique
} from './forum.js';

let alice;
let bob;
let moderator;
let thread;

before(async () => {
	alice = await register();
	bob = await register();
	moderator = await staff('moderator');
	thread = await discussion(alice, 3);
});

after(close);

const reply = (to, content) => api('POST', '/posts', { threadId: to.id, content }, alice.token);

/** Opens the case about a post in a thread, once it is in the list. */
async function openCase(page, title) {
	const link = page.locator('main .threads a', { hasText: title });
	await eventually(async () => {
		await page.goto('/moderation');
		return link.count();
	}, 'The case');
	await navigated(page, () => link.first().click());
}

test('moderator decides a case with its context, by keyboard', async () => {
	const post = await reply(thread, 'Please flagmeplease, everybody.');
	await api('POST', `/posts/${post.id}/reports`, { reason: 'abuse', note: 'This is unkind.' }, bob.token);
	const page = await open();
	await signInAt(page, moderator);
	await followLink(page, 'nav >> text=Moderation');
	await openCase(page, thread.title);
	await eventually(async () => {
		await page.reload();
		const text = await page.textContent('main');
		return text.includes('This is unkind.') && text.includes('Abuse') && text.includes('rules');
	}, 'The finding and the report');
	assert.match(await page.textContent('blockquote'), /flagmeplease/);
	const reported = page.locator('main > article.forum:has(blockquote)');
	assert.equal(await reported.locator(`h2 a[href="/people/${alice.username}"]`).count(), 1, 'its author is above it');
	assert.equal(await page.locator('.tabs [aria-current]').textContent(), 'Cases');
	assert.equal(await page.locator(`main a[href="/people/${alice.username}"]`).count() > 1, true);
	assert.equal(await page.locator('article.post').count() > 1, true, 'posts around it');
	assert.equal(await page.locator('[name=decision][value=ban]').count(), 0, 'bans are for administrators');
	await page.focus('button[formaction="?/claim"]');
	await navigated(page, () => page.keyboard.press('Enter'));
	assert.match(await page.textContent('main [role=status]'), /claimed/);
	await submit(page, 'button[formaction="?/release"]');
	assert.equal(await page.locator('button[formaction="?/claim"]').count(), 1);
	await page.focus('[name=decision][value=dismiss]');
	for (let step = 0; step < 3; step++) {
		await page.keyboard.press('ArrowDown');
	}
	assert.equal(await page.isChecked('[name=decision][value=remove]'), true);
	await page.keyboard.press('Tab');
	await page.keyboard.type('Be kind.');
	await page.keyboard.press('Tab');
	await navigated(page, () => page.keyboard.press('Enter'));
	assert.match(await page.textContent('main [role=status]'), /decided/);
	assert.match(await page.textContent('dl'), /Decided.*Remove.*Be kind\./s);
	assert.equal(await page.locator('form[action="?/decide"]').count(), 0);
	await eventually(async () => {
		await page.goto('/moderation/reports?status=upheld');
		return page.locator('td >> text=This is unkind.').count();
	}, 'The upheld report');
	await page.goto('/moderation/incidents');
	assert.equal(await page.locator('th a', { hasText: thread.title }).count(), 1);
	const guest = await open();
	await guest.goto(`/threads/${thread.id}?post=${post.number}`);
	assert.match(await guest.textContent(`#post-${post.number}`), /A moderator removed this post/);
	await guest.context().close();
	await page.context().close();
});

test('moderator locks, pins, renames, moves, splits and merges a thread', async () => {
	const other = await discussion(alice, 4);
	const page = await open();
	await signInAt(page, moderator, `/threads/${other.id}`);
	await followLink(page, 'text=Moderate');
	const stale = await page.inputValue('form[action="?/step"] [name=tag]');
	await submit(page, 'button[value=lock]');
	assert.match(await page.textContent('main'), /Status: locked/);
	await submit(page, 'button[value=pin]');
	assert.equal(await page.locator('button[value=unpin]').count(), 1);
	await submit(page, 'button[value=unlock]');
	const late = await page.request.post(`/threads/${other.id}/tools?/step`, {
		form: { tag: stale, step: 'hide' },
		headers: { origin: site, accept: 'text/html' }
	});
	assert.equal(late.status(), 412, 'somebody else was faster');
	await page.fill('form[action="?/rename"] [name=title]', 'x');
	await submit(page, 'form[action="?/rename"] button');
	assert.equal(await page.inputValue('form[action="?/rename"] [name=title]'), 'x', 'the refused title can be corrected');
	assert.equal(await page.inputValue('form[action="?/split"] [name=title]'), '', 'another form with this field stays empty');
	const title = unique('Renamed ');
	await page.fill('form[action="?/rename"] [name=title]', title);
	await submit(page, 'form[action="?/rename"] button');
	await page.selectOption('form[action="?/move"] [name=category]', thread.slug);
	await submit(page, 'form[action="?/move"] button');
	const moved = await api('GET', `/threads/${other.id}`);
	assert.deepEqual([moved.title, moved.category, moved.pinned, moved.status], [title, thread.slug, true, 'open']);
	await page.fill('#post', '3');
	await submit(page, 'form.jump button');
	await page.check('label:has-text("#3") input');
	await page.check('label:has-text("#4") input');
	const part = unique('A part ');
	const split = 'form[action^="?/split"]';
	await page.fill(`${split} [name=title]`, 'x');
	await submit(page, `${split} button`);
	assert.equal(await page.locator(`${split} [name=posts]:checked`).count(), 2, 'a refused form keeps its choices');
	await page.fill(`${split} [name=title]`, part);
	await submit(page, `${split} button`);
	await workIsDone(page);
	await followLink(page, 'text=Thread with the moved posts');
	assert.equal(await page.textContent('h1'), part);
	await shows(page, page.url(), 'article.post', 2);
	await followLink(page, 'text=Moderate');
	await page.fill('[name=into]', `${site}/threads/${other.id}?post=2`);
	await submit(page, 'form[action="?/merge"] button');
	assert.equal(await page.textContent('form[action="?/merge"] [role=status]'), title);
	await submit(page, 'form[action="?/merge"] button.danger');
	await workIsDone(page);
	await followLink(page, 'text=Thread with the moved posts');
	assert.equal(await page.textContent('h1'), title);
	await shows(page, page.url(), 'article.post', 5);
	await page.context().close();
});

async function workIsDone(page) {
	await eventually(async () => {
		await page.goto(new URL(page.url()).pathname);
		return page.locator('main [role=status] >> text=Done.').count();
	}, 'The work');
}

test('members, guests and moderators meet closed doors', async () => {
	const page = await open();
	await page.goto('/moderation');
	assert.match(page.url(), /\/oauth2\/login/, 'guests sign in first');
	await signInAt(page, bob);
	assert.equal(await page.locator('nav a[href="/moderation"], nav a[href="/administration"]').count(), 0);
	for (const path of ['/moderation', '/moderation/reports', `/threads/${thread.id}/tools`, '/administration', '/administration/jobs']) {
		const answer = await page.goto(path);
		assert.equal(answer.status(), 403, path);
		assert.equal(await page.locator('main a[href="/"]').count(), 1, path);
	}
	await page.context().close();
	const theirs = await open();
	await signInAt(theirs, moderator);
	for (const path of ['', '/users', '/webhooks', '/keys']) {
		assert.equal((await theirs.goto(`/administration${path}`)).status(), 403, path);
	}
	assert.equal((await theirs.goto('/moderation/cases/01KAG3A1B2C3D4E5F6G7H8J9K0')).status(), 404);
	const ban = await theirs.request.post(`/administration/users/${bob.username}?/ban`, {
		form: { id: bob.id, reason: 'No right to it', days: '1' },
		headers: { origin: site, accept: 'text/html' }
	});
	assert.equal(ban.status(), 403);
	assert.equal((await api('GET', '/users/me', undefined, bob.token)).id, bob.id);
	await theirs.context().close();
});

test('moderator of a category has its cases and tools, and no others', async () => {
	const keeper = await register();
	const [mine, other] = await Promise.all([discussion(alice), discussion(alice)]);
	await api('PUT', `/categories/${mine.slug}/moderators/${keeper.username}`, undefined, await admin());
	await Promise.all([reply(mine, 'flagmeplease, here'), reply(other, 'flagmeplease, there')]);
	const page = await open();
	await signInAt(page, moderator, '/moderation');
	await openCase(page, other.title);
	await page.context().close();
	const theirs = await open();
	await signInAt(theirs, keeper);
	await eventually(async () => {
		await theirs.goto('/');
		return theirs.locator('nav a[href="/moderation"]').count();
	}, 'The link to the desk');
	await openCase(theirs, mine.title);
	assert.equal(await theirs.locator('form[action="?/decide"]').count(), 1);
	await theirs.goto('/moderation?status=all');
	assert.equal(await theirs.locator('main', { hasText: other.title }).count(), 0);
	assert.equal((await theirs.goto(`/threads/${mine.id}/tools`)).status(), 200);
	assert.equal((await theirs.goto(`/threads/${other.id}/tools`)).status(), 403);
	await theirs.context().close();
});

test('author renames and removes their thread, and a moderator accepts an answer', async () => {
	const [mine, asked] = await Promise.all([discussion(alice), discussion(alice, 1)]);
	const page = await open();
	await signInAt(page, alice, `/threads/${mine.id}`);
	await followLink(page, `#post-1 a[href="/threads/${mine.id}/tools"]`);
	assert.equal(await page.locator('form[action="?/step"], form[action="?/move"], form[action="?/merge"]').count(), 0);
	const title = unique('Renamed ');
	await page.fill('form[action="?/rename"] [name=title]', title);
	await submit(page, 'form[action="?/rename"] button');
	assert.equal((await api('GET', `/threads/${mine.id}`)).title, title);
	await page.click('details[data-confirm] summary');
	await submit(page, 'form[action="?/remove"] button');
	assert.equal(new URL(page.url()).pathname, `/categories/${mine.slug}`);
	assert.equal((await page.goto(`/threads/${mine.id}`)).status(), 404);
	await page.context().close();
	const theirs = await open();
	await signInAt(theirs, moderator, `/threads/${asked.id}`);
	await submit(theirs, '#post-2 form[action$="?/answer"] button');
	assert.ok((await api('GET', `/threads/${asked.id}`)).acceptedAnswer);
	await theirs.context().close();
});

/** Reports a post and decides its case; returns the case's id. */
async function decided(post, decision, by) {
	await api('POST', `/posts/${post.id}/reports`, { reason: 'spam' }, bob.token);
	const found = await eventually(async () => {
		const cases = await api('GET', '/admin/cases?limit=100', undefined, by.token);
		return cases.find((one) => one.post?.id === post.id);
	}, 'The case');
	await api('POST', `/admin/cases/${found.id}/decide`, { decision, note: 'This is an advertisement.' }, by.token);
	return found.id;
}

test('author reads why a post was removed and appeals, and another moderator decides', async () => {
	const { accessToken: token } = await api('POST', '/auth/login', { login: moderator.username, password: PASSWORD });
	const caseId = await decided(await reply(thread, 'Buy my tomatoes.'), 'remove', { token });
	const page = await open();
	await signInAt(page, alice, '/settings');
	await shows(page, '/settings/statements', 'main .threads li:has-text("Buy my tomatoes")', 1);
	await submit(page, 'main .threads li:has-text("Buy my tomatoes") a');
	assert.match(await page.textContent('dl'), /Post removed.*In force.*Spam.*A moderator decided.*an advertisement/s);
	await page.fill('[name=text]', 'I quoted the advertisement.');
	await submit(page, 'main form button');
	assert.match(await page.textContent('main [role=status]'), /filed/);
	assert.equal(await page.locator('main form').count(), 0);
	const statement = page.url();

	const own = await open();
	await signInAt(own, moderator, '/moderation/appeals');
	await submit(own, `main .threads li:has-text("I quoted the advertisement") a[href^="/moderation/appeals/"]`);
	await own.check('[value=uphold]');
	await submit(own, 'main form button');
	assert.match(await own.textContent('[role=alert]'), /Somebody else has to answer/);

	const other = await open();
	await signInAt(other, await staff('moderator'), `/moderation/cases/${caseId}`);
	await submit(other, 'main .notice a');
	await other.check('[value=overturn]');
	await other.fill('[name=note]', 'It is a quotation.');
	await submit(other, 'main form button');
	assert.match(await other.textContent('main [role=status]'), /answered/);
	await eventually(async () => {
		await page.goto(statement);
		return /Lifted.*Decision reversed.*It is a quotation/s.test(await page.textContent('main'));
	}, 'The answer');
	// The notification leads to the statement.
	await eventually(async () => {
		await page.goto('/notifications');
		return page.locator(`main a[href^="${new URL(statement).pathname}?notification="]`).count();
	}, 'The notification');
	const reader = await open({ javaScriptEnabled: true });
	await signInAt(reader, alice);
	await assertAccessible(reader, new URL(statement).pathname);
	await Promise.all([page, own, other, reader].map((one) => one.context().close()));
});

test('banned author appeals by the mailed link, and the ban is lifted', async () => {
	const carol = await register();
	const post = await api('POST', '/posts', { threadId: thread.id, content: 'Buy my cucumbers.' }, carol.token);
	const token = await admin();
	await decided(post, 'ban', { token });
	const link = await mailedLink(carol.email, '/appeal');
	const page = await open();
	const opened = await page.goto(link);
	assert.equal(opened.headers()['referrer-policy'], 'no-referrer');
	assert.match(await page.textContent('dl'), /account banned.*In force.*Spam.*an advertisement/s);
	await page.fill('[name=text]', 'They were a gift.');
	await submit(page, 'main form button');
	assert.match(await page.textContent('main [role=status]'), /filed/);
	assert.equal(await page.locator('main form').count(), 0);

	const other = await signIn((await staff('admin')).username, PASSWORD);
	const appeal = await eventually(async () => {
		const appeals = await api('GET', '/admin/appeals?limit=100', undefined, other);
		return appeals.find((one) => one.post?.id === post.id);
	}, 'The appeal');
	await api('POST', `/admin/appeals/${appeal.id}/decide`, { outcome: 'overturn', note: 'It was a gift.' }, other);
	await page.goto(link);
	assert.match(await page.textContent('main'), /Lifted.*Decision reversed.*It was a gift/s);
	await eventually(() => signIn(carol.username, PASSWORD).catch(() => null), 'The end of the ban');
	await page.context().close();
});

test('moderator edits a text, and its author reads both', async () => {
	const text = unique('flagmeplease, you fool ');
	const post = await reply(thread, text);
	const page = await open();
	await signInAt(page, moderator, '/moderation');
	const link = page.locator('main .threads li', { hasText: text }).locator('a').first();
	await eventually(async () => {
		await page.goto('/moderation');
		return link.count();
	}, 'The case');
	await navigated(page, () => link.click());
	await page.click('summary:has-text("Edit the text")');
	assert.equal(await page.inputValue('[name=content]'), text);
	await submit(page, 'form[action="?/edit"] button');
	assert.equal(await page.locator('main [role=alert]').count(), 1, 'the same text is no edit');
	await page.fill('[name=content]', '<br>');
	await submit(page, 'form[action="?/edit"] button');
	assert.equal(await page.getAttribute('[name=content]', 'aria-invalid'), 'true');
	assert.equal(await page.getAttribute('form[action="?/note"] [name=text]', 'aria-invalid'), null, 'another form');
	const better = unique('I disagree ');
	await page.fill('[name=content]', better);
	await page.fill('form[action="?/edit"] [name=note]', 'No insults.');
	await submit(page, 'form[action="?/edit"] button');
	assert.match(await page.textContent('dl'), /Edit.*I disagree.*No insults/s);
	const guest = await open();
	await eventually(async () => {
		await guest.goto(`/threads/${thread.id}?post=${post.number}`);
		return (await guest.textContent(`#post-${post.number}`)).includes(better);
	}, 'The new text');
	const author = await open();
	await signInAt(author, alice, '/settings/statements');
	const statement = author.locator('main .threads li', { hasText: text }).locator('a').first();
	await eventually(async () => {
		await author.goto('/settings/statements');
		return statement.count();
	}, 'The statement');
	await navigated(author, () => statement.click());
	assert.match(await author.textContent('main'), /edited by a moderator.*No insults/s);
	assert.ok((await author.textContent('main')).includes(text) && (await author.textContent('main')).includes(better));
	await Promise.all([page, guest, author].map((one) => one.context().close()));
});

test('moderator reverses a decision', async () => {
	const { accessToken: token } = await api('POST', '/auth/login', { login: moderator.username, password: PASSWORD });
	const post = await reply(thread, 'Removed in error.');
	const caseId = await decided(post, 'remove', { token });
	const page = await open();
	await signInAt(page, moderator, `/moderation/cases/${caseId}`);
	await page.click('summary:has-text("Reverse the decision")');
	await submit(page, 'form[action="?/reverse"] button');
	assert.match(await page.textContent('main [role=status]'), /reversed/);
	assert.match(await page.textContent('dl'), /Reversed/);
	await eventually(async () => {
		await page.goto(`/threads/${thread.id}?post=${post.number}`);
		return page.locator(`#post-${post.number} .prose:has-text("Removed in error.")`).count();
	}, 'The post');
	await page.context().close();
});
