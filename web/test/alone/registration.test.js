// The rules of registration are the same for everybody, so this file runs after all others.
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { startIssuer } from '../../scripts/issuer.js';
import {
	LOOKS,
	PASSWORD,
	addDevice,
	admin,
	api,
	assertAccessible,
	close,
	followLink,
	mailedLink,
	open,
	register,
	signInAt,
	signInAtIssuer,
	site,
	staff,
	submit,
	unique,
	verify
} from '../forum.js';

const PAGE = '/administration/registration';

let boss;

before(async () => {
	boss = await staff('admin');
	await verify(boss);
});

const openToAll = async () => api('PUT', '/admin/registration', { mode: 'open' }, await admin());

afterEach(openToAll);

after(close);

/** Decides who may register at the page, as an administrator does. */
async function decide({ mode = 'open', inviters = 'admin', robotCheck = 'off', blockedDomains = '', mailedSignIn = false, hiddenAddresses = false }) {
	const page = await open();
	await signInAt(page, boss, PAGE);
	await page.selectOption('[name=mode]', mode);
	await page.selectOption('[name=inviters]', inviters);
	await page.selectOption('[name=robotCheck]', robotCheck);
	await page.fill('[name=blockedDomains]', blockedDomains);
	await page.setChecked('[name=mailedSignIn]', mailedSignIn);
	await page.setChecked('[name=hiddenAddresses]', hiddenAddresses);
	await submit(page, 'main form.card button');
	assert.equal(await page.locator('main [role=status]').count(), 1);
	return page;
}

/** Fills in the form for newcomers, and sends it. */
async function fillIn(page, { username = unique('n'), email = `${username}@example.org` } = {}) {
	await page.fill('[name=name]', `Newcomer ${username}`);
	await page.fill('[name=username]', username);
	await page.fill('[name=email]', email);
	await page.fill('[name=password]', PASSWORD);
	await submit(page, 'form[action="?/password"] button:not(.quiet)');
	return { username, email };
}

const isWelcome = (page) => new URL(page.url()).pathname === '/register/welcome';

/** Makes an invitation at the page of a person, and returns what the page says. */
async function invite(page, { email = '', group } = {}) {
	await page.goto('/settings/invitations');
	await page.fill('main [name=email]', email);
	if (group) {
		await page.check(`[name=groups][value="${group}"]`);
	}
	await submit(page, 'form[action="?/invite"] button');
	return page.locator('main [role=status]').first();
}

/** A category that only a group may read. */
async function closedCategory() {
	const token = await admin();
	const slug = unique('c');
	const group = (await api('POST', '/admin/groups', { name: `Group ${slug}` }, token)).id;
	const rights = { read: 'admins', post: 'admins', readGroups: [group], postGroups: [group] };
	await api('POST', '/categories', { slug, name: `Closed ${slug}`, ...rights }, token);
	return { group, slug, token };
}

async function look(page, path) {
	const reader = await open({ javaScriptEnabled: true, storageState: await page.context().storageState() });
	await assertAccessible(reader, path, Object.values(LOOKS));
}

test('people come by a link that somebody passes on, and moderators see by whom', async () => {
	await decide({ mode: 'invitation', inviters: 'admin' });
	const guest = await open();
	await guest.goto('/register');
	assert.equal(await guest.locator('[name=password]').count(), 0);
	assert.match(await guest.textContent('main .notice'), /need an invitation/);

	const inviter = await open();
	await signInAt(inviter, boss, '/settings/invitations');
	const link = await (await invite(inviter)).locator('code').textContent();
	await guest.goto(link);
	assert.match(await guest.textContent('main .notice'), /invited/);
	await look(guest, link);
	// The way back from the page of the passkey is for the invited, too.
	for (const [name, value] of Object.entries({ name: 'Eva', username: unique('e'), email: `${unique('e')}@example.org` })) {
		await guest.fill(`[name=${name}]`, value);
	}
	await submit(guest, 'button[formaction="?/options"]');
	await followLink(guest, 'main a[href^="/register?"]');
	const { username } = await fillIn(guest);
	assert.ok(isWelcome(guest));

	await inviter.goto(`/moderation/invited/${boss.username}`);
	await inviter.waitForSelector(`main a[href="/moderation/invited/${username}"]`);
	await followLink(inviter, `main a[href="/moderation/invited/${username}"]`);
	assert.match(await inviter.textContent('main'), new RegExp(`@${boss.username}`));
	await look(inviter, `/moderation/invited/${boss.username}`);
	await inviter.goto('/administration/invitations');
	assert.ok((await inviter.locator(`main a[href="/administration/users/${boss.username}"]`).count()) > 0);
	await look(inviter, '/administration/invitations');

	const late = await open();
	await late.goto(link);
	assert.match(await late.textContent('main [role=alert]'), /used up/);
	assert.ok(!(await late.textContent('main [role=alert]')).includes('This field'));
	assert.equal(await late.locator('[name=password]').count(), 0, 'Nobody fills the form in in vain');

	await openToAll();
	await late.goto(link);
	assert.match(await late.textContent('main .notice:not([role=alert])'), /without an invitation/);
	await fillIn(late);
	assert.ok(isWelcome(late), 'A link that is used up keeps nobody out of an open forum');
});

test('invitation by mail is for one address, which it verifies', async () => {
	await decide({ mode: 'invitation', inviters: 'admin' });
	const inviter = await open();
	await signInAt(inviter, boss, '/settings/invitations');
	const email = `${unique('friend')}@example.org`;
	assert.match(await (await invite(inviter, { email })).textContent(), /sent/);
	const link = await mailedLink(email, '/register');
	const other = await open();
	await other.goto(link);
	await fillIn(other);
	assert.match(await other.textContent('main [role=alert]'), /another mail address/);
	await other.fill('[name=email]', email);
	await other.fill('[name=password]', PASSWORD);
	await submit(other, 'form[action="?/password"] button:not(.quiet)');
	assert.ok(isWelcome(other));
	await other.goto('/settings/account');
	assert.ok(!(await other.textContent('main')).includes('not verified'));
});

test('people come by an invitation into a group, read its category, and see its new threads live', async () => {
	await decide({ mode: 'invitation', inviters: 'admin' });
	const { group, slug, token } = await closedCategory();
	const inviter = await open();
	await signInAt(inviter, boss, '/settings/invitations');
	const link = await (await invite(inviter, { group })).locator('code').textContent();
	assert.match(await inviter.textContent('main table'), new RegExp(`Group ${slug}`));
	await look(inviter, '/settings/invitations');

	const guest = await open();
	assert.equal((await guest.goto(`/categories/${slug}`)).status(), 404);
	await guest.goto(link);
	await fillIn(guest);
	assert.ok(isWelcome(guest));
	await guest.goto(`/categories/${slug}`);
	assert.match(await guest.textContent('main h1'), new RegExp(slug));
	for (const path of ['/', `/categories/${slug}`]) {
		const reader = await open({ javaScriptEnabled: true, storageState: await guest.context().storageState() });
		await reader.goto(path);
		await api('POST', '/threads', { category: slug, title: unique('Thread '), content: 'For the group.' }, token);
		await reader.waitForSelector('#new-threads a');
		await reader.context().close();
	}
});

test('people of a provider need an invitation, too, and join the groups that the provider names', async () => {
	await decide({ mode: 'invitation', inviters: 'admin' });
	const { group, slug, token } = await closedCategory();
	const thread = await api('POST', '/threads', { category: slug, title: unique('Thread '), content: 'For the group.' }, token);
	const id = unique('i').toLowerCase();
	const client = { clientId: 'parley', clientSecret: unique('secret-of-the-forum-') };
	const issuer = await startIssuer({ redirectUri: `${site}/oauth2/federation/${id}/callback`, ...client });
	try {
		await api('POST', '/admin/identity-providers', { id, kind: 'oidc', name: `Guests ${id}`, issuer: issuer.address, ...client }, token);
		const rules = { groupsClaim: 'groups', groupRules: [{ value: 'board', group }] };
		await api('PATCH', `/admin/identity-providers/${id}`, rules, token);
		const inviter = await open();
		await signInAt(inviter, boss, '/settings/invitations');
		const link = await (await invite(inviter)).locator('code').textContent();

		const stranger = await open();
		await stranger.goto(`/sign-in?provider=${id}`);
		await signInAtIssuer(stranger, issuer, `${unique('guest')}+board`);
		await submit(stranger, 'main form button');
		assert.equal(await stranger.getAttribute('[name=invitation]', 'aria-invalid'), 'true');

		const guest = await open();
		await guest.goto(link);
		await followLink(guest, `a[href*="provider=${id}"]`);
		await signInAtIssuer(guest, issuer, `${unique('guest')}+board`);
		await submit(guest, 'main form button');
		assert.equal(new URL(guest.url()).pathname, '/', 'The newcomer is in the forum, signed in');
		assert.equal((await guest.goto(`/threads/${thread.id}`)).status(), 200);
		assert.match(await guest.textContent('main'), /For the group/);
	} finally {
		await api('DELETE', `/admin/identity-providers/${id}`, undefined, token);
		issuer.close();
	}
});

test('people come by an invitation with a passkey instead of a password', async () => {
	await decide({ mode: 'invitation', inviters: 'admin' });
	const inviter = await open();
	await signInAt(inviter, boss, '/settings/invitations');
	const link = await (await invite(inviter)).locator('code').textContent();
	const page = await open({ javaScriptEnabled: true });
	await addDevice(page);
	await page.goto(link);
	const username = unique('n');
	await page.fill('[name=name]', 'Newcomer with a passkey');
	await page.fill('[name=username]', username);
	await page.fill('[name=email]', `${username}@example.org`);
	await submit(page, 'button[formaction="?/options"]');
	await page.fill('form[data-passkey] [name=device]', 'My laptop');
	await page.click('form[data-passkey] button');
	await page.waitForURL('**/register/welcome*');
});

test('applicant awaits approval', async () => {
	await decide({ mode: 'approval' });
	const page = await open();
	await page.goto('/register');
	const { username } = await fillIn(page);
	assert.match(await page.textContent('main [role=status]'), /approve/);
	await page.goto('/sign-in');
	await page.fill('[name=login]', username);
	await page.fill('[name=password]', PASSWORD);
	await submit(page, 'form[action="/oauth2/login"] button');
	assert.match(await page.textContent('main [role=alert]'), /approve/);

	const administrator = await open();
	await signInAt(administrator, boss, PAGE);
	await followLink(administrator, 'main a[href="/administration/users?status=pending"]');
	await administrator.fill('main [name=q]', username);
	await submit(administrator, 'main form.search button');
	assert.equal(new URL(administrator.url()).searchParams.get('status'), 'pending', 'a search finds those who wait');
	await followLink(administrator, `main a[href="/administration/users/${username}"]`);
	await submit(administrator, 'button[formaction="?/approve"]');
	await signInAt(page, { username });
	await page.goto('/settings');
	assert.notEqual(new URL(page.url()).pathname, '/oauth2/login');
});

test('closed registration shows no form', async () => {
	await decide({ mode: 'closed' });
	const page = await open();
	await page.goto('/register');
	assert.equal(await page.locator('[name=password]').count(), 0);
	assert.match(await page.textContent('main .notice'), /Registration is closed/);
	await look(page, '/register');
});

test('challenge is answered by the page, and without scripts by some seconds', async () => {
	await decide({ robotCheck: 'always' });
	const quick = await open({ javaScriptEnabled: true });
	await quick.goto('/register');
	await fillIn(quick);
	assert.ok(isWelcome(quick));

	const page = await open();
	await page.goto('/register');
	const seconds = Number(/\d+/.exec(await page.textContent('main form .hint'))[0]);
	await fillIn(page);
	assert.match(await page.textContent('main [role=alert]'), /very soon/);
	assert.ok(!(await page.textContent('main [role=alert]')).includes('This field'));
	assert.notEqual(await page.inputValue('[name=username]'), '');
	await page.fill('[name=password]', PASSWORD);
	// The time that the page asks for is what it is about.
	await page.waitForTimeout(1000 * (seconds + 1));
	await submit(page, 'form[action="?/password"] button:not(.quiet)');
	assert.ok(isWelcome(page));

	const robot = await open({ javaScriptEnabled: true });
	await robot.goto('/register');
	await robot.evaluate(() => (document.querySelector('[name=website]').value = 'https://spam.example'));
	await fillIn(robot);
	assert.ok(!isWelcome(robot));
});

test('blocked domain is refused with all below it', async () => {
	await decide({ blockedDomains: 'trash.example' });
	const page = await open();
	await page.goto('/register');
	await fillIn(page, { email: `${unique('n')}@mx.trash.example` });
	assert.equal(await page.getAttribute('[name=email]', 'aria-invalid'), 'true');
	assert.match(await page.textContent('main [role=alert]'), /not accepted/);
});

test('person signs in by a mailed code, in the browser that asked for it', async () => {
	await decide({ mailedSignIn: true });
	const person = await register();
	await verify(person);
	const page = await open();
	await page.goto('/sign-in?back=%2Fsettings%2Fsecurity');
	await followLink(page, 'a[href^="/oauth2/login/mail"]');
	await page.fill('[name=email]', person.email);
	await submit(page, 'main form button');
	const link = await mailedLink(person.email, '/oauth2/login/mail/code');
	const code = new URL(link, site).searchParams.get('token') ?? '';
	const thief = await open();
	await thief.goto('/oauth2/login/mail');
	await thief.fill('[name=email]', `${unique('thief')}@example.org`);
	await submit(thief, 'main form button');
	await thief.fill('[name=code]', code);
	await submit(thief, 'main form button');
	assert.equal(await thief.locator('main [role=alert]').count(), 1);
	await page.fill('[name=code]', '00000000');
	await submit(page, 'main form button');
	assert.equal(await page.locator('main [role=alert]').count(), 1);
	await page.fill('[name=code]', code);
	await submit(page, 'main form button');
	assert.equal(new URL(page.url()).pathname, '/settings/security');
});

test('administrator creates accounts, one and by a file', async () => {
	const page = await open();
	await signInAt(page, boss, '/administration/users/new');
	const username = unique('made');
	const email = `${username}@example.org`;
	await page.fill('[name=name]', 'Made by hand');
	await page.fill('[name=username]', username);
	await page.fill('[name=email]', email);
	await submit(page, 'main form.card button');
	const link = await mailedLink(email, '/reset-password');
	const owner = await open();
	await owner.goto(link);
	await owner.fill('main [type=password]', PASSWORD);
	await submit(owner, 'main form button');
	await signInAt(owner, { username });

	await page.goto('/administration/users/import');
	const listed = unique('listed');
	const csv = `action,username,name,email,new_username\ncreate,${listed},Listed,${listed}@example.org,\ncreate,admin,Taken,,\nrename,${username},,,${username}2\n`;
	await page.setInputFiles('main [type=file]', { name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
	await submit(page, 'main form.card button');
	assert.match(await page.textContent('main [role=status]'), /2/);
	assert.equal(await page.locator('main td .problem').count(), 1);
	const german = await open({ locale: 'de-DE', storageState: await page.context().storageState() });
	await german.goto(`/administration/users/${username}2`);
	assert.match(await german.textContent('main dl'), /Aktiv/);
});
