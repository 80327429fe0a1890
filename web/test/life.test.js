import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import {
	PASSWORD,
	api,
	close,
	eventually,
	findMailedLink,
	followLink,
	mailedLink,
	navigated,
	open,
	scene,
	signIn,
	signInAt,
	submit,
	unique
} from './forum.js';

after(close);

const administrator = { username: 'admin' };

const { password } = scene;

/** A time zone in which it is nine o'clock: digests are sent from eight until noon. */
function zoneOfMorning() {
	const east = ((9 - new Date().getUTCHours() + 36) % 24) - 12;
	// Names of these zones have the opposite sign.
	return east === 0 ? 'Etc/GMT' : `Etc/GMT${east > 0 ? '-' : '+'}${Math.abs(east)}`;
}

/** Registers a person by pages, who then opens the mailed link and submits its form. */
async function join(page) {
	const username = unique('l');
	const email = `${username}@example.org`;
	await page.goto('/');
	await followLink(page, 'header a[href="/register"]');
	await page.fill('[name=name]', `Member ${username}`);
	await page.fill('[name=username]', username);
	await page.fill('[name=email]', email);
	await page.fill('[name=password]', PASSWORD);
	await submit(page, 'form.card button');
	await page.goto(await mailedLink(email, '/verify-email'));
	await submit(page, 'main form button');
	assert.equal(await page.locator('main [role=status]').count(), 1);
	return { username, email };
}

// Its first step, the set-up at its page, is scripts/set-up.js: the system of the tests begins with it.
test('whole life of a forum goes through pages alone', async () => {
	const boss = await open();
	const asker = await open({ javaScriptEnabled: true });
	const helper = await open();

	// A category, created by the administrator of the set-up.
	const slug = unique('life');
	await signInAt(boss, administrator, '/administration/categories', password);
	await boss.fill('[name=name]', `Life ${slug}`);
	await boss.fill('[name=slug]', slug);
	await submit(boss, 'form.card button');
	assert.equal(await boss.textContent('h1'), `Life ${slug}`);

	// Two people register and verify their addresses.
	const asking = await join(asker);
	const helping = await join(helper);

	// The first one starts a thread, from home.
	const category = asker.locator(`a[href="/categories/${slug}"]`);
	await eventually(async () => {
		await asker.goto('/');
		return category.count();
	}, 'The category on the home page');
	await navigated(asker, () => category.first().click());
	await followLink(asker, `a[href="/categories/${slug}/new"]`);
	const title = unique('Which tomatoes ');
	await asker.fill('[name=title]', title);
	await asker.fill('[name=content]', 'It faces **north**.');
	await submit(asker, 'form.card button:has-text("Publish")');
	await asker.waitForSelector('#posts[data-live=true]');
	const thread = new URL(asker.url()).pathname;

	// The second one finds it in its category and replies; the first one sees that arrive.
	await eventually(async () => {
		await helper.goto(`/categories/${slug}`);
		return helper.locator(`a[href="${thread}"]`).count();
	}, 'The thread in its category');
	await followLink(helper, `a[href="${thread}"]`);
	await helper.fill('#reply textarea', 'Small ones need *less* light.');
	await submit(helper, '#reply button:has-text("Post reply")');
	await asker.waitForSelector('#live >> text=1 new post');
	// The mail about it is sent as long as the first one has not read the reply, and leads there as the notification does.
	const mailed = await mailedLink(asking.email, thread);
	await asker.click('#live a');
	await asker.waitForSelector('#post-2 em >> text=less');
	await asker.goto(mailed);
	assert.match(await asker.textContent('#post-2'), /less light/);
	const notice = asker.locator(`main a[href*="${thread}"]`);
	await eventually(async () => {
		await asker.goto('/notifications');
		return notice.count();
	}, 'The notification');
	await navigated(asker, () => notice.first().click());
	assert.equal(await asker.textContent('h1'), title);

	// From now on the first one wants a mail a day, which the next morning brings.
	await api('PATCH', '/users/me', { timeZone: zoneOfMorning() }, await signIn(asking.username, PASSWORD));
	await asker.goto('/settings/notifications');
	await asker.selectOption('[name="reply.mail"]', 'daily');
	await submit(asker, 'main form button');
	await helper.goto(thread);
	await helper.fill('#reply textarea', 'And water them *daily*.');
	await submit(helper, '#reply button:has-text("Post reply")');
	await eventually(async () => {
		await asker.goto('/notifications?unread=true');
		return asker.locator(`main a[href*="${thread}"]`).count();
	}, 'The unread notification');
	const { id } = await api('GET', '/users/me', undefined, await signIn(asking.username, PASSWORD));
	await fetch(`${scene.night}/${id}`, { method: 'POST' });
	const digest = await eventually(async () => {
		await boss.goto('/administration/jobs');
		await submit(boss, 'tr:has(a[href$="/digest-mail"]) button');
		return findMailedLink(asking.email, '/notifications');
	}, 'The digest');
	await asker.goto(digest);
	await followLink(asker, `main a[href*="${thread}"]`);
	assert.match(await asker.textContent('#post-3'), /water them daily/);

	// The first one reports the reply, and the administrator removes it.
	await followLink(asker, '#post-2 >> text=Report');
	await asker.selectOption('[name=reason]', 'spam');
	await submit(asker, 'form.card button');
	const link = boss.locator('main .threads a', { hasText: title });
	await eventually(async () => {
		await boss.goto('/moderation');
		return link.count();
	}, 'The case');
	await navigated(boss, () => link.first().click());
	await boss.check('[name=decision][value=remove]');
	await boss.fill('form[action="?/decide"] [name=note]', 'This is an advertisement.');
	await submit(boss, 'form[action="?/decide"] button');
	assert.match(await boss.textContent('main [role=status]'), /decided/);
	await eventually(async () => {
		await asker.goto(thread);
		return asker.locator('#post-2 .gone').count();
	}, 'The removal');

	// The author of the reply reads why.
	await eventually(async () => {
		await helper.goto('/settings/statements');
		return helper.locator('main a[href^="/settings/statements/"]').count();
	}, 'The statement of reasons');
	await followLink(helper, 'main a[href^="/settings/statements/"]');
	assert.match(await helper.textContent('main'), /This is an advertisement\./);

	// The author leaves, and can sign in no more.
	await helper.goto('/settings/delete');
	await helper.fill('[name=password]', PASSWORD);
	await submit(helper, 'form.card button');
	await helper.goto('/sign-in?back=/');
	await helper.fill('[name=login]', helping.username);
	await helper.fill('[name=password]', PASSWORD);
	await submit(helper, 'form[action="/oauth2/login"] button');
	assert.match(helper.url(), /\/oauth2\/login/);
	await Promise.all([boss, asker, helper].map((page) => page.context().close()));
});
