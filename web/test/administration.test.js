import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import {
	PASSWORD,
	LOOKS,
	admin,
	api,
	assertAccessible,
	close,
	discussion,
	eventually,
	followLink,
	navigated,
	open,
	receiveWebhook,
	register,
	signIn,
	shows,
	signInAt,
	site,
	staff,
	submit,
	unique
} from './forum.js';

let boss;
let person;
let endpoint;
const received = [];

before(async () => {
	boss = await staff('admin');
	person = await register();
	endpoint = createServer((request, response) => {
		let body = '';
		request.on('data', (part) => (body += part));
		request.on('end', () => {
			received.push({ headers: request.headers, body });
			response.end('thanks');
		});
	});
	await new Promise((resolve) => endpoint.listen(0, '127.0.0.1', resolve));
});

after(async () => {
	endpoint.close();
	await close();
});

const done = (page) => page.textContent('main [role=status]');

test('administrator keeps and removes the threads that the forum began with', async () => {
	const page = await open();
	await signInAt(page, boss, '/administration/start');
	const token = await signIn(boss.username, PASSWORD);
	const { id: kept } = await api('POST', '/threads', await oneTagged('start', 'Kept '), token);
	const { id: removed } = await api('POST', '/threads', await oneTagged('start', 'Removed '), token);
	await shows(page, '/administration/start', `[value="${removed}"]`, 1);
	// The forum of these tests began with threads that other tests may read.
	for (const box of await page.locator('main [name=thread]').all()) {
		if (removed !== (await box.getAttribute('value'))) {
			await box.uncheck();
		}
	}
	await submit(page, 'main form[action="?/threads"] button');
	assert.match(await done(page), /removed/);
	await shows(page, '/administration/start', `[value="${removed}"]`, 0);
	assert.equal(await page.locator(`[value="${kept}"]`).count(), 1);
	const member = await open();
	await eventually(async () => (await member.goto(`/threads/${removed}`)).status() === 404, 'The end of the thread');
	assert.equal((await member.goto(`/threads/${kept}`)).status(), 200);
	await signInAt(member, await register());
	assert.equal((await member.goto('/administration/start')).status(), 403);
	await member.context().close();
	await page.context().close();
});

/** A sample person of a first start, by their address. */
async function sample() {
	const username = unique('sample-').replace('-', '');
	const { accessToken } = await api('POST', '/auth/register', {
		name: `Sample ${username}`,
		username,
		email: `sample.${username}@parley.invalid`,
		password: PASSWORD
	});
	return { username, token: accessToken };
}

test('administrator removes all samples at once, and replies of others stay', async () => {
	const [mira, jonas, reader] = await Promise.all([sample(), sample(), register()]);
	const slug = unique('c');
	await api('POST', '/categories', { slug, name: `Category ${slug}` }, await admin());
	const begin = (title) => api('POST', '/threads', { category: slug, title, content: 'A sample.' }, mira.token);
	const reply = ({ id }, content, { token }) => api('POST', '/posts', { threadId: id, content }, token);
	const [alone, answered] = [await begin('Only samples'), await begin('With a reader')];
	await reply(alone, 'Sample reply', jonas);
	await reply(answered, 'Sample reply', jonas);
	await reply(answered, 'Words of a reader', reader);
	const page = await open();
	await signInAt(page, await staff('admin'), '/administration/start');
	assert.equal(await page.locator(`main a[href="/people/${mira.username}"]`).count(), 1);
	await page.click('main summary');
	await submit(page, 'main form[action="?/samples"] button');
	assert.match(await done(page), /samples are removed/);
	assert.equal(await page.locator('form[action="?/samples"]').count(), 0);
	const guest = await open();
	await eventually(async () => (await guest.goto(`/people/${mira.username}`)).status() === 404, 'The end of the person');
	await eventually(async () => (await guest.goto(`/threads/${alone.id}`)).status() === 404, 'The end of the thread');
	await eventually(async () => {
		await guest.goto(`/threads/${answered.id}`);
		return !(await guest.textContent('main')).includes('Sample reply');
	}, 'The end of the reply');
	assert.match(await guest.textContent('main'), /Words of a reader/);
	await guest.context().close();
	await page.context().close();
});

test('administrator removes all posts of somebody', async () => {
	const spammer = await register();
	const { id } = await discussion(spammer, 1);
	const page = await open();
	const one = await staff('admin');
	await signInAt(page, one, `/administration/users/${spammer.username}`);
	await page.click('details:has(form[action="?/posts"]) summary');
	await submit(page, 'form[action="?/posts"] button');
	assert.match(await done(page), /posts are removed/);
	const guest = await open();
	await eventually(async () => (await guest.goto(`/threads/${id}`)).status() === 404, 'The end of the thread');
	await guest.context().close();
	await page.context().close();
});

test('administrator sees all settings with their defaults, and comes to the page that changes each', async () => {
	const page = await open();
	await signInAt(page, await staff('admin'), '/administration/settings');
	const rules = page.locator('section', { has: page.locator('a[href="/administration/registration"]') });
	assert.match(await rules.locator('tr', { hasText: 'Who may register' }).textContent(), /Everyone\s*Everyone/);
	for (const href of ['brand', 'registration', 'providers', 'categories']) {
		assert.equal((await page.request.get(`${site}/administration/${href}`)).status(), 200, href);
		assert.ok(await page.locator(`main section a[href="/administration/${href}"]`).count(), href);
	}
	await followLink(page, 'main section a.button[href="/moderation/policies"]');
	await page.context().close();
});

async function oneTagged(tag, prefix) {
	const { slug } = await discussion(await register());
	return { category: slug, title: unique(prefix), content: 'One of the first.', tags: [tag] };
}

test('administrator finds, bans, verifies, signs out and promotes a user', async () => {
	const page = await open();
	await signInAt(page, boss);
	await followLink(page, 'nav >> text=Administration');
	await followLink(page, 'main >> text=Users');
	await page.fill('form.search [name=q]', person.username.slice(0, 10));
	await submit(page, 'form.search button');
	await followLink(page, `a[href="/administration/users/${person.username}"]`);
	await submit(page, 'button[formaction="?/verify"]');
	assert.match(await done(page), /verified/);
	assert.equal(await page.locator('button[formaction="?/verify"]').count(), 0);
	await submit(page, 'button[formaction="?/logout"]');
	assert.match(await done(page), /sessions/);
	await eventually(
		() => api('GET', '/users/me', undefined, person.token).then(() => false, () => true),
		'The end of the session'
	);
	await page.fill('[name=reason]', 'Advertising');
	await page.selectOption('[name=days]', '30');
	await submit(page, 'form[action="?/ban"] button');
	assert.match(await done(page), /banned/);
	assert.match(await page.textContent('dl'), /Advertising .*until/s);
	await assert.rejects(signIn(person.username, PASSWORD), /banned/);
	await submit(page, 'button[formaction="?/unban"]');
	await signIn(person.username, PASSWORD);
	await page.selectOption('[name=role]', 'moderator');
	await submit(page, 'form[action="?/role"] button');
	assert.equal(await page.inputValue('[name=role]'), 'moderator');
	await followLink(page, 'main >> text=Audit log >> nth=-1');
	const records = await page.textContent('main .threads');
	for (const act of ['banned', 'unbanned', 'role-changed', 'signed-out-everywhere', 'email-verified']) {
		const text = await page.textContent(`[name=act] option[value="${act}"]`);
		assert.ok(records.includes(text), act);
	}
	await page.selectOption('[name=act]', 'banned');
	await submit(page, 'form.search button');
	assert.equal(await page.locator('main .threads > li').count(), 1);
	await page.fill('[name=user]', ` @${person.username} `);
	await submit(page, 'form.search button');
	assert.equal(await page.locator('main .threads > li').count(), 1);
	await page.fill('[name=user]', 'Jürgen');
	await submit(page, 'form.search button');
	assert.equal(await page.locator('main .threads > li').count(), 0);
	assert.equal(await page.inputValue('[name=user]'), 'Jürgen');
	assert.equal((await page.goto('/administration/users/nobody-at-all')).status(), 404);
	await page.context().close();
});

test('address for programs is created once, however often its form is sent', async () => {
	const { slug } = await discussion(await register());
	const page = await open();
	const path = `/categories/${slug}/programs`;
	await signInAt(page, await staff('admin'), path);
	const form = { key: await page.inputValue('form [name=key]'), name: 'Builds', template: 'plain', threadId: '' };
	const sent = () => page.request.post(`${path}?/create`, { form, headers: { origin: site, accept: 'text/html' } });
	assert.match(await (await sent()).text(), /class="secret/);
	assert.match(await (await sent()).text(), /role="alert"/);
	await page.goto(path);
	assert.equal(await page.locator('main .threads li').count(), 1);
	await page.context().close();
});

test('administrator creates, changes and removes a category and appoints its moderator', async () => {
	const slug = unique('c');
	const page = await open();
	await signInAt(page, boss, '/administration/categories');
	await page.fill('[name=name]', 'Ideas & Plans');
	await page.fill('[name=slug]', slug);
	await page.fill('[name=colour]', '#2e7d32');
	await submit(page, 'form.card button');
	assert.equal(await page.textContent('h1'), 'Ideas & Plans');
	await page.fill('[name=order]', '-5');
	await page.selectOption('[name=read]', 'members');
	await submit(page, 'form[action="?/save"] button');
	assert.match(await done(page), /Saved/);
	await page.fill('form[action="?/appoint"] [name=username]', 'nobody-at-all');
	await submit(page, 'form[action="?/appoint"] button');
	assert.equal(await page.locator('[role=alert]').count(), 1);
	await page.fill('form[action="?/appoint"] [name=username]', boss.username);
	await submit(page, 'form[action="?/appoint"] button');
	await shows(page, `/administration/categories/${slug}`, `main li a[href="/people/${boss.username}"]`, 1);
	await submit(page, 'form[action="?/dismiss"] button');
	await shows(page, `/administration/categories/${slug}`, 'form[action="?/dismiss"]', 0);
	await shows(page, `/administration/categories/${slug}`, 'form[action="?/model"]', 1);
	await submit(page, 'form[action="?/model"] button');
	assert.match(await done(page), /Saved/);
	assert.match(await page.textContent('section[aria-labelledby=summaries]'), /No outside model receives .*switched off/s);
	await submit(page, 'form[action="?/model"] button');
	assert.equal(await page.inputValue('form[action="?/model"] [name=enabled]'), 'false');
	assert.equal(await page.locator('section[aria-labelledby=summaries] tbody tr').count(), 2);
	const guest = await open();
	await eventually(async () => (await guest.goto(`/categories/${slug}`)).status() === 404, 'That only members read it');
	await guest.context().close();
	await eventually(async () => {
		await page.goto(`/administration/categories/${slug}`);
		await page.click('main summary');
		await submit(page, 'form[action="?/remove"] button');
		return new URL(page.url()).pathname === '/administration/categories';
	}, 'The removal of the version that each instance knows');
	await shows(page, '/administration/categories', `a[href$="/${slug}"]`, 0);
	await page.context().close();
});

test('administrator puts categories in order by buttons, and by dragging with scripts', async () => {
	const [one, other] = [unique('a'), unique('b')];
	const token = await admin();
	// Before all others, so that nobody else's category stands between them.
	for (const [slug, order] of [[one, -5_000], [other, -4_990]]) {
		await api('POST', '/categories', { slug, name: `Category ${slug}`, order }, token);
	}
	const page = await open({ javaScriptEnabled: true });
	await signInAt(page, await staff('admin'), '/administration/categories');
	const isBefore = async (first, second) => {
		await page.goto('/administration/categories');
		const slugs = await page.locator('[data-arrange]').evaluateAll((rows) => rows.map((row) => row.dataset.arrange));
		return slugs.indexOf(first) < slugs.indexOf(second);
	};
	const row = (slug) => page.locator(`[data-arrange="${slug}"]`);
	await eventually(async () => {
		await page.goto('/administration/categories');
		return (await row(one).count()) + (await row(other).count()) === 2;
	}, 'Both categories');
	const [first, second] = (await isBefore(one, other)) ? [one, other] : [other, one];
	await eventually(async () => {
		await submit(page, `[data-arrange="${second}"] [value=up]`);
		return isBefore(second, first);
	}, 'The place further up');
	await eventually(async () => {
		await navigated(page, () => row(second).dragTo(row(first), { targetPosition: { x: 20, y: 30 } }));
		return isBefore(first, second);
	}, 'The place after the drag');
	const words = await page.locator('h1').evaluate((title) => {
		const dataTransfer = new DataTransfer();
		dataTransfer.setData('text/plain', 'selected words');
		title.dispatchEvent(new DragEvent('dragstart', { bubbles: true, dataTransfer }));
		return dataTransfer.getData('text/plain');
	});
	assert.equal(words, 'selected words');
	await page.context().close();
});

test('administrator runs a job and sees its history and the statistics', async () => {
	const page = await open();
	await signInAt(page, boss, '/administration/jobs');
	for (let run = 1; run <= 2; run++) {
		await page.goto('/administration/jobs');
		await submit(page, 'tr:has(a[href$="/generate-statistics"]) button');
		assert.match(await done(page), /requested/);
		await eventually(async () => {
			await page.goto('/administration/jobs/forum-service/generate-statistics');
			return page.locator('tr', { hasText: boss.id }).filter({ hasText: 'Done' }).nth(run - 1).count();
		}, 'The run');
	}
	await page.goto('/administration');
	assert.ok((await page.locator('svg[role=img]').count()) >= 8, 'all figures but perhaps the mails, which are counted every five minutes');
	assert.ok((await page.locator('tbody tr').count()) >= 2);
	assert.match(await page.getAttribute('svg[role=img] >> nth=0', 'aria-label'), /^Users: from \d/);
	await followLink(page, 'main nav a[href="/moderation/policies"]');
	assert.match(await page.textContent('tbody'), /In force/);
	await page.goto('/administration/health');
	assert.equal(await page.locator('h1').count(), 1);
	await page.context().close();
});

test('administrator looks at each mail in another language, in a frame that loads and runs nothing', async () => {
	const page = await open();
	await signInAt(page, boss, '/administration/mails/templates?language=de');
	await followLink(page, 'a[href="/administration/mails/templates/verification?language=de"]');
	assert.equal(await page.locator('h1').textContent(), 'Bestätige deine E-Mail-Adresse');
	const frame = page.frameLocator('iframe[sandbox=""]');
	await frame.locator('a[href*="/verify-email?token="]').waitFor();
	assert.equal(await frame.locator('html').getAttribute('lang'), 'de');
	assert.match(await page.locator('pre').textContent(), /verify-email\?token=/);
	const html = await page.goto('/administration/mails/templates/verification/html?language=ar');
	assert.match(html.headers()['content-security-policy'], /^default-src 'none'; style-src 'unsafe-inline'; sandbox; /);
	assert.equal(await page.locator('html').getAttribute('dir'), 'rtl');
	assert.equal((await page.goto('/administration/mails/templates/nothing')).status(), 404);
	await page.context().close();
	const member = await open();
	await signInAt(member, await register());
	assert.equal((await member.goto('/administration/mails/templates/verification/html')).status(), 403);
	await member.context().close();
});

test('administrator looks at dead letters, replays and deletes them', async () => {
	const first = await receiveWebhook('not JSON');
	await receiveWebhook('not JSON either');
	const page = await open();
	// The page is asked again and again, and an administrator has so many requests a minute.
	const keeper = await staff('admin');
	await signInAt(page, keeper);
	const letters = page.locator('tbody a[href*="/letters/"]');
	await eventually(async () => {
		await page.goto('/administration/queues/webhook-service');
		return (await letters.count()) >= 2;
	}, 'The dead letters');
	await page.goto('/administration/queues');
	assert.equal(await page.locator('a[href="/administration/queues/forum-service/parked"]').count(), 1);
	await followLink(page, 'a[href="/administration/queues/webhook-service"]');
	const id = (await letters.first().getAttribute('href')).split('/').at(-1);
	const token = await signIn(keeper.username, PASSWORD);
	const failedAt = () =>
		api('GET', `/admin/webhook-service/dead-letters/${id}`, undefined, token).then(({ at }) => at, () => null);
	const before = await failedAt();
	await navigated(page, () => letters.first().click());
	assert.match(await page.textContent('pre'), /webhook\.received/);
	await submit(page, 'form[action="?/replay"] button');
	assert.equal(new URL(page.url()).pathname, '/administration/queues/webhook-service');
	await eventually(async () => ((await failedAt()) ?? before) > before, 'The same failure, later');
	const dropped = await letters.last().getAttribute('href');
	await navigated(page, () => letters.last().click());
	await page.click('main summary');
	await submit(page, 'form[action="?/drop"] button');
	assert.equal(new URL(page.url()).pathname, '/administration/queues/webhook-service');
	assert.equal(await page.locator(`a[href="${dropped}"]`).count(), 0);
	await page.goto('/administration/queues/webhook-service/parked');
	assert.match(await page.textContent('main'), /No event is parked/);
	await page.goto('/administration/webhooks/received?status=failed');
	assert.equal(await page.locator('tbody tr', { hasText: first }).count(), 1);
	await followLink(page, `tbody a:has-text("${first}")`);
	await submit(page, 'main form button');
	assert.match(await done(page), /again/);
	await page.context().close();
});

test('administrator subscribes a webhook, whose secret is shown once', async () => {
	const page = await open();
	await signInAt(page, boss, '/administration/webhooks');
	await page.fill('[name=url]', 'ftp://nowhere');
	await page.check('[value="thread.locked"]');
	await submit(page, 'form.card button');
	assert.equal(await page.locator('[role=alert]').count(), 1);
	const url = `http://127.0.0.1:${endpoint.address().port}/${unique('hook')}`;
	await page.fill('[name=url]', url);
	await page.check('[value="thread.created"]');
	await submit(page, 'form.card button');
	assert.match(await page.textContent('.secret'), /^whsec_/);
	await followLink(page, `a:has-text("${url}")`);
	assert.equal(await page.locator('.secret').count(), 0);
	const address = new URL(page.url()).pathname;
	await submit(page, 'button[formaction="?/test"]');
	await eventually(async () => {
		await page.goto(address);
		return page.locator('tr', { hasText: 'webhook.test' }).filter({ hasText: 'Delivered' }).count();
	}, 'The delivery');
	const thread = await discussion({ token: await signIn(boss.username, PASSWORD) });
	await eventually(() => received.some(({ body }) => body.includes(thread.id)), 'The message about the thread');
	await submit(page, 'tr:has-text("webhook.test") form[action="?/redeliver"] button');
	await eventually(() => {
		const ids = received.map(({ headers }) => headers['webhook-id']);
		return new Set(ids).size < ids.length;
	}, 'The second delivery');
	await page.click('summary:has-text("New secret")');
	await submit(page, 'form[action="?/rotate"] button');
	assert.match(await page.textContent('.secret'), /^whsec_/);
	await submit(page, 'button[value=disabled]');
	assert.match(await page.textContent('dl'), /Disabled/);
	await page.click('summary:has-text("Remove")');
	await submit(page, 'form[action="?/remove"] button');
	assert.equal(await page.locator(`a:has-text("${url}")`).count(), 0);
	await page.context().close();
});

test('member registers, changes and removes an app of their own', async () => {
	const page = await open();
	const maker = await register();
	await signInAt(page, maker, '/settings');
	await followLink(page, 'main nav >> text=Your apps');
	await page.fill('[name=name]', 'Photo frame');
	await page.fill('[name=redirectUris]', 'https://app.example.org/back');
	await page.check('[name=scopes][value="threads:read"]');
	assert.equal(await page.locator('[name=password]').count(), 0, 'the sign-in is recent');
	await submit(page, 'form.card button');
	assert.match(await done(page), /Created/);
	assert.ok((await page.textContent('.secret')).length > 20);
	assert.match(await page.textContent('main table'), /0 of 200,000 requests in the last 24 hours/);
	await submit(page, 'main table a');
	assert.equal(await page.locator('form[action="?/status"]').count(), 0, 'administrators disable apps');
	assert.equal(await page.locator('[name=pkceOptional]').count(), 0, 'administrators allow it');
	await page.fill('form[action="?/save"] [name=description]', 'Shows the latest picture.');
	await submit(page, 'form[action="?/save"] button');
	assert.match(await done(page), /Saved/);
	await page.click('summary:has-text("Remove")');
	await submit(page, 'form[action="?/remove"] button');
	assert.equal(await page.locator('main table').count(), 0);
	await page.context().close();
	const reader = await open({ javaScriptEnabled: true });
	await signInAt(reader, maker);
	await assertAccessible(reader, '/settings/apps');
	await reader.context().close();
});

test('administrator registers, changes and removes an app after a recent sign-in', async () => {
	const page = await open();
	const name = unique('App ');
	// Of somebody who has not reached the limit of writes.
	await signInAt(page, await staff('admin'), '/administration/apps');
	const fill = async (redirectUris) => {
		await page.fill('form.card [name=name]', name);
		await page.fill('[name=redirectUris]', redirectUris);
		await page.check('[value=openid]');
		await page.check('[value="threads:read"]');
		await submit(page, 'form.card button');
	};
	await page.check('[name=parRequired]');
	await fill('no address');
	assert.equal(await page.locator('[role=alert]').count(), 1, await page.textContent('main'));
	assert.equal(await page.isChecked('[value="threads:read"]'), true, 'a refused form keeps its choices');
	assert.equal(await page.isChecked('[value="threads:write"]'), false);
	assert.equal(await page.isChecked('[name=parRequired]'), true);
	await page.uncheck('[name=parRequired]');
	assert.equal(await page.locator('form.card [name=password]').count(), 1, 'a refused form can send the password');
	await page.fill('form.card [name=password]', PASSWORD);
	await fill('https://app.example.org/back');
	assert.equal(await page.locator('.secret').count(), 1, await page.textContent('main'));
	assert.ok((await page.textContent('.secret')).length > 20);
	await followLink(page, `a:has-text("${name}")`);
	assert.equal(await page.isChecked('[value="threads:read"]'), true);
	await page.fill('form[action="?/save"] [name=description]', 'Keeps threads for later.');
	await page.check('form[action="?/save"] [name=pkceOptional]');
	await page.check('form[action="?/save"] [name=formPost]');
	await submit(page, 'form[action="?/save"] button');
	assert.match(await done(page), /Saved/);
	assert.equal(await page.isChecked('[name=pkceOptional]'), true, 'for programs without PKCE');
	assert.equal(await page.isChecked('[name=formPost]'), true, 'for programs that read forms');
	await page.click('summary:has-text("Disable")');
	await submit(page, 'form[action="?/status"] button');
	assert.match(await page.textContent('dl'), /Disabled/);
	await page.click('summary:has-text("New secret")');
	await submit(page, 'form[action="?/secret"] button');
	assert.ok((await page.textContent('.secret')).length > 20);
	await page.click('summary:has-text("Remove")');
	await submit(page, 'form[action="?/remove"] button');
	assert.equal(await page.locator(`a:has-text("${name}")`).count(), 0);
	await page.goto('/administration/apps/tokens');
	const description = unique('Token ');
	await page.fill('[name=description]', description);
	await submit(page, 'form[action="?/create"] button');
	assert.match(await page.textContent('.secret'), /^parley_init_/);
	await submit(page, `tr:has-text("${description}") button`);
	assert.equal(await page.locator('tr', { hasText: description }).count(), 0);
	await page.context().close();
});

test('administrator gives the forum its colour, corners, texts and links, which all pages show at once', async () => {
	const page = await open();
	await signInAt(page, await staff('admin'), '/administration');
	assert.equal(await page.locator('.tiles dd').count(), 9, 'there are numbers before the first job has run');
	await followLink(page, 'main nav >> text=Name and look');
	const accent = (reader) => reader.evaluate(() => getComputedStyle(document.querySelector('.act.write')).backgroundColor);
	const guest = await open({ javaScriptEnabled: true });
	await guest.goto('/');
	const usual = await eventually(async () => ((await accent(guest)) === 'rgba(0, 0, 0, 0)' ? null : accent(guest)), 'The style sheet');
	await page.fill('[name=tagline]', 'Always tea time.');
	await page.fill('[name=welcome]', 'Riddles and tea.');
	await page.selectOption('[name=radius]', '0');
	await page.locator('[name=accent]').evaluate((field) => (field.value = '#ffff00'));
	await page.fill('[name=links]', 'Imprint javascript:alert(1)');
	await submit(page, 'form[action$="?/save"] button');
	assert.equal(await page.locator('[name=links][aria-invalid=true]').count(), 1);
	assert.equal(await page.inputValue('[name=tagline]'), 'Always tea time.', 'what was written stays');
	await page.fill('[name=links]', 'Imprint https://example.org/imprint');
	await submit(page, 'form[action$="?/save"] button');
	try {
		assert.match(await done(page), /Saved/);
		const upload = (buffer) => {
			const form = page.locator('form[action$="?/picture"]:has([value=logo])');
			return form.locator('[type=file]').setInputFiles({ name: 'logo.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(buffer) })
				.then(() => navigated(page, () => form.locator('button').click()));
		};
		await upload('GIF89a');
		assert.equal(await page.locator('main [role=alert]').count(), 1, 'what is no picture is refused');
		await upload('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><rect width="40" height="10" fill="#0f6b66"/></svg>');
		assert.match(await done(page), /Saved/);
		assert.equal(await page.getAttribute('.brand .logo', 'alt'), 'Parley');
		await eventually(async () => {
			await guest.goto('/');
			return guest.locator('.bottom a[href="https://example.org/imprint"]').count();
		}, 'The link at the end of the page');
		assert.match(await guest.textContent('.hero'), /Riddles and tea\./);
		assert.equal(await guest.getAttribute('meta[name=description]', 'content'), 'Always tea time.');
		const chosen = await accent(guest);
		assert.notEqual(chosen, usual);
		assert.equal(await guest.locator('.hero .button').first().evaluate((button) => getComputedStyle(button).borderRadius), '0px');
		await assertAccessible(guest, '/', Object.values(LOOKS));
		await guest.setViewportSize(LOOKS.lightDesk.viewport);
		await guest.emulateMedia({ colorScheme: 'light' });
		await guest.goto('/sign-in');
		const button = await guest.locator('form[action="/oauth2/login"] button').first().evaluate((one) => getComputedStyle(one).backgroundColor);
		assert.equal(button, chosen, 'the pages of sign-in look the same');
		const manifest = await (await fetch(`${site}/manifest.webmanifest`)).json();
		assert.equal(manifest.description, 'Always tea time.');
		assert.notEqual(manifest.theme_color, '#0f6b66');
	} finally {
		await api('PUT', '/admin/brand', { name: 'Parley' }, await admin());
		await api('DELETE', '/admin/brand/images/logo', undefined, await admin());
	}
	await Promise.all([page, guest].map((one) => one.context().close()));
});

test('look of the forum is shown while it is chosen, and kept by saving only', async () => {
	const page = await open({ javaScriptEnabled: true });
	await signInAt(page, await staff('admin'), '/administration/brand');
	await eventually(async () => {
		await page.reload();
		return (await page.locator('.brand span').count()) === 1;
	}, 'The end of the logo of an earlier test');
	const accent = () => page.evaluate(() => getComputedStyle(document.querySelector('.act.write')).backgroundColor);
	const corner = () => page.locator('form.card > button').evaluate((button) => getComputedStyle(button).borderRadius);
	const [usual, usualCorner] = [await accent(), await corner()];
	const choose = (colour) => page.locator('[name=accent]').evaluate((field, value) => {
		field.value = value;
		field.dispatchEvent(new Event('input', { bubbles: true }));
	}, colour);
	await choose('#7a1fa2');
	await eventually(async () => (await accent()) !== usual, 'The chosen colour');
	await page.selectOption('[name=radius]', '0');
	await eventually(async () => (await corner()) === '0px', 'The chosen corners');
	await page.fill('[name=name]', 'Another name');
	await eventually(async () => (await page.textContent('.brand span')) === 'Another name', 'The chosen name');
	await choose('#0f6b66');
	await page.selectOption('[name=radius]', 'null');
	await eventually(async () => (await accent()) === usual && (await corner()) === usualCorner, 'The usual look');
	await page.reload();
	assert.equal(await accent(), usual);
	assert.equal(await page.textContent('.brand span'), 'Parley');
	await page.context().close();
});

test('erasure of an account is followed service by service', async () => {
	const leaver = await register();
	await api('DELETE', '/users/me', { password: PASSWORD }, leaver.token);
	await api('POST', '/admin/auth-service/jobs/erase-accounts/runs', undefined, await admin());
	const page = await open();
	await signInAt(page, await staff('admin'), '/administration');
	await followLink(page, 'nav >> text=Erasures');
	const link = page.locator(`tbody a:has-text("${leaver.id}")`);
	await eventually(async () => {
		await page.goto('/administration/erasures');
		return link.count();
	}, 'The erasure');
	await navigated(page, () => link.click());
	await eventually(async () => {
		await page.reload();
		return page.locator('main >> text=All services have answered').count();
	}, 'The answers of all services');
	assert.equal(await page.locator('tbody th:has-text("Threads and posts")').count(), 1);
	await page.context().close();
});
