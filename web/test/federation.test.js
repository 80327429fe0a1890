import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, before, test } from 'node:test';
import { startIssuer } from '../scripts/issuer.js';
import {
	LOOKS,
	PASSWORD,
	admin,
	api,
	assertAccessible,
	close,
	followLink,
	open,
	register,
	signInAt,
	signInAtIssuer,
	site,
	staff,
	submit,
	unique
} from './forum.js';

const id = unique('i').toLowerCase();
const callback = `${site}/oauth2/federation/${id}/callback`;
const client = { clientId: 'parley', clientSecret: unique('secret-of-the-forum-') };

/** A person at the issuer who has linked it. */
const known = unique('guest');

let issuer;
let boss;

/** Changes the address to which the issuer returns a browser. */
let tamper = (address) => address;

before(async () => {
	issuer = await startIssuer({ redirectUri: callback, ...client });
	issuer.provider.use(async (context, next) => {
		await next();
		const to = context.response.get('location');
		if (to?.startsWith(callback)) {
			context.set('location', tamper(to));
		}
	});
	boss = await staff('admin');
});

after(async () => {
	issuer?.close();
	await api('DELETE', `/admin/identity-providers/${id}`, undefined, await admin()).catch(() => {});
	await close();
});

const leave = (page) => page.click(`a[href^="/oauth2/federation/${id}"]`);

/** Goes to the issuer from the sign-in page, and signs in at the issuer's own pages. */
async function signInByIssuer(page, login, back = '/settings/security') {
	await page.goto(`/sign-in?back=${encodeURIComponent(back)}`);
	await leave(page);
	await signInAtIssuer(page, issuer, login);
}

/** Has the issuer return the next browser with another address, and gives the true one. */
async function tampered(change, act) {
	let answer;
	tamper = (address) => change((answer = address));
	try {
		await act();
	} finally {
		tamper = (address) => address;
	}
	return answer;
}

/** Leaves the answer of the issuer unused: its browser ends at a page that needs no account. */
const withheld = (page, login) =>
	tampered(
		() => `${site}/keyboard`,
		() => signInByIssuer(page, login)
	);

function changed(address, name, value) {
	const to = new URL(address);
	to.searchParams.set(name, value);
	return to.href;
}

/** Checks pages as the person of a page sees them. */
async function look(page, ...paths) {
	const reader = await open({ javaScriptEnabled: true, storageState: await page.context().storageState() });
	for (const path of paths) {
		await assertAccessible(reader, path, Object.values(LOOKS));
	}
}

async function assertRefused(page, code, next = '/sign-in') {
	assert.equal(await page.getAttribute('main', 'data-problem'), code);
	assert.equal(await page.locator(`main a.button[href^="${next}"]`).count(), 1, 'The way to try again');
}

/** Checks that nobody is signed in. */
async function assertSignedOut(page) {
	await page.goto('/settings');
	assert.equal(new URL(page.url()).pathname, '/oauth2/login');
}

/** The present code of an authenticator app. */
function code(secret) {
	const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
	const bits = [...secret].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('');
	const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
	const step = Buffer.alloc(8);
	step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
	const hash = createHmac('sha1', key).update(step).digest();
	return String((hash.readUInt32BE(hash.at(-1) & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** Asks for a link on the page of a new browser, and stays there. */
async function askForLink(person) {
	const page = await open();
	await signInAt(page, person, '/settings/security');
	await page.click('#identities ~ details summary');
	await submit(page, 'form[action="?/link"] button');
	assert.equal(await page.locator('main [role=alert]').allTextContents().then(String), '');
	return page;
}

async function linked(person, login) {
	const page = await askForLink(person);
	await leave(page);
	await signInAtIssuer(page, issuer, login);
	assert.equal(new URL(page.url()).pathname, '/settings/security');
	return page;
}

test('administrator adds an issuer and tests it', async () => {
	const page = await open();
	await signInAt(page, boss, '/administration/providers');
	await page.fill('[name=id]', id);
	await page.fill('[name=name]', `Guests ${id}`);
	await page.fill('[name=issuer]', issuer.address);
	await page.fill('[name=clientId]', client.clientId);
	await page.fill('[name=clientSecret]', client.clientSecret);
	await page.check('[name=trusted]');
	await submit(page, 'main form.card button');
	assert.equal(await page.locator('main p code').first().textContent(), callback);
	await followLink(page, `a[href="/administration/providers/${id}"]`);
	await submit(page, 'form[action="?/test"] button');
	assert.match(await page.textContent('main [role=status]'), /answers/);
	await look(page, `/administration/providers/${id}`, '/administration/providers');
});

test('newcomer registers by the issuer under other names than proposed, and signs in again', async () => {
	const login = unique('guest');
	const page = await open();
	await signInByIssuer(page, login);
	assert.equal(await page.inputValue('[name=username]'), login);
	assert.equal(await page.inputValue('[name=name]'), `Guest ${login}`);
	assert.equal(await page.inputValue('[name=email]'), `${login}@issuer.example`);
	await look(page, new URL(page.url()).pathname);
	await page.fill('[name=username]', 'admin');
	await submit(page, 'main form button');
	assert.equal(await page.getAttribute('[name=username]', 'aria-invalid'), 'true');
	const username = unique('p');
	await page.fill('[name=username]', username);
	await page.fill('[name=name]', 'Guest of Honour');
	await submit(page, 'main form button');
	assert.equal(new URL(page.url()).pathname, '/settings/security');
	await page.goto(`/people/${username}`);
	assert.match(await page.textContent('main h1'), /Guest of Honour/);
	const again = await open();
	await signInByIssuer(again, login);
	assert.equal(new URL(again.url()).pathname, '/settings/security');
	assert.match(await again.textContent('main'), new RegExp(`${login}@issuer.example`));
	await submit(again, 'form[action="?/unlink"] button');
	assert.match(await again.textContent('main [role=alert]'), /last way/);
});

test('member links an identity, and signs in with it', async () => {
	const page = await linked(await register(), known);
	assert.match(await page.textContent('main'), new RegExp(`${known}@issuer.example`));
	const other = await open();
	await signInByIssuer(other, known);
	assert.equal(new URL(other.url()).pathname, '/settings/security');
});

test('member who has just registered signs in before linking an identity', async () => {
	const page = await open();
	const username = unique('p');
	await page.goto('/register');
	for (const [name, value] of Object.entries({ name: 'Newcomer', username, email: `${username}@example.org`, password: PASSWORD })) {
		await page.fill(`[name=${name}]`, value);
	}
	await submit(page, 'form[action="?/password"] button:not(.quiet)');
	await page.goto('/settings/security');
	await page.click('#identities ~ details summary');
	await submit(page, 'form[action="?/link"] button');
	await followLink(page, `a[href^="/oauth2/federation/${id}"]`);
	await page.fill('[name=login]', username);
	await page.fill('[name=password]', PASSWORD);
	await submit(page, 'form[action="/oauth2/login"] button');
	await leave(page);
	const login = unique('guest');
	await signInAtIssuer(page, issuer, login);
	assert.equal(new URL(page.url()).pathname, '/settings/security');
	assert.match(await page.textContent('main'), new RegExp(`${login}@issuer.example`));
});

test('person without a password signs in at the issuer again for what asks for it', async () => {
	const login = unique('guest');
	const page = await open();
	await signInByIssuer(page, login);
	await submit(page, 'main form button');
	// The issuer has not said when the person had signed in there.
	await submit(page, 'form[action="?/passkey"] button');
	assert.match(await page.textContent('main [role=alert]'), /sign in again/);
	await followLink(page, 'main [role=alert] a');
	await leave(page);
	await page.waitForURL((url) => url.origin === issuer.address);
	assert.equal(await page.locator('[name=login]').count(), 1, 'The issuer asks again');
	await signInAtIssuer(page, issuer, login);
	assert.equal(new URL(page.url()).pathname, '/settings/security');
	await submit(page, 'form[action="?/passkey"] button');
	assert.equal(await page.locator('form[action="?/addPasskey"]').count(), 1);
});

test('identity of somebody else is not linked', async () => {
	const page = await askForLink(await register());
	await leave(page);
	await signInAtIssuer(page, issuer, known);
	await assertRefused(page, 'identity.taken', '/settings/security');
});

test('mail address that exists here joins no account', async () => {
	const person = await register();
	const page = await open();
	await signInByIssuer(page, person.email);
	await assertRefused(page, 'identity.email-known');
	assert.match(await page.textContent('main'), /link/);
	await assertSignedOut(page);
});

test('second factor is asked for after the issuer', async () => {
	const person = await register();
	const login = unique('guest');
	await linked(person, login);
	const { secret } = await api('POST', '/auth/two-factor', { password: PASSWORD }, person.token);
	const { recoveryCodes } = await api('POST', '/auth/two-factor/confirm', { code: code(secret) }, person.token);
	const page = await open();
	await signInByIssuer(page, login);
	assert.equal(new URL(page.url()).pathname, '/oauth2/login/code');
	await page.fill('[name=code]', '000000');
	await submit(page, 'main form button');
	assert.equal(await page.locator('main [role=alert]').count(), 1);
	await page.fill('[name=code]', recoveryCodes[0]);
	await submit(page, 'main form button');
	assert.equal(new URL(page.url()).pathname, '/settings/security');
});

test('person who cancels at the issuer is led back', async () => {
	const page = await open();
	await page.goto('/sign-in');
	await leave(page);
	await page.waitForURL((url) => url.origin === issuer.address);
	await followLink(page, 'a[href$="/abort"]');
	await assertRefused(page, 'federation.denied');
	await look(page, `/oauth2/federation/${id}/callback?code=stolen&state=guessed`);
	await followLink(page, 'main a.button');
	await look(page, '/oauth2/login');
});

test('answer is used once', async () => {
	const page = await open();
	const answer = await withheld(page, known);
	const first = await page.goto(answer);
	assert.equal(first.status(), 200);
	await page.goto(answer);
	await assertRefused(page, 'federation.state', '/settings/security');
});

test('answer for one browser signs nobody in by another', async () => {
	const answer = await withheld(await open(), known);
	const victim = await open();
	await victim.goto(answer);
	await assertRefused(victim, 'federation.state');
	await assertSignedOut(victim);
	// A victim who is at the issuer, too, has a state of their own.
	await victim.goto('/sign-in');
	await leave(victim);
	await victim.waitForURL((url) => url.origin === issuer.address);
	await victim.goto(answer);
	await assertRefused(victim, 'federation.state');
	await assertSignedOut(victim);
});

test('link that somebody else began is refused', async () => {
	const page = await askForLink(await register());
	const link = await page.getAttribute(`a[href^="/oauth2/federation/${id}"]`, 'href');
	const victim = await open();
	await signInAt(victim, await register());
	await victim.goto(link);
	await assertRefused(victim, 'federation.other-account', '/settings/security');
});

const HOSTILE = {
	'another state': ['federation.state', (address) => changed(address, 'state', 'guessed')],
	'no state': ['federation.state', (address) => changed(address, 'state', '')],
	'another issuer': ['federation.refused', (address) => changed(address, 'iss', 'https://accounts.google.com')],
	'no issuer': ['federation.refused', (address) => changed(address, 'iss', '')],
	'a made-up code': ['federation.refused', (address) => changed(address, 'code', 'made-up')],
	'no code': ['federation.refused', (address) => changed(address, 'code', '')],
	'two codes': ['federation.refused', (address) => `${address}&code=another`],
	'an unknown error': ['federation.refused', (address) => changed(address, 'error', '<script>')]
};

for (const [name, [code, change]] of Object.entries(HOSTILE)) {
	test(`answer with ${name} is refused`, async () => {
		const page = await open();
		await tampered(change, () => signInByIssuer(page, known));
		await assertRefused(page, code);
		await assertSignedOut(page);
	});
}

test('code of another sign-in is refused', async () => {
	const stolen = new URL(await withheld(await open(), known)).searchParams.get('code');
	const page = await open();
	await tampered(
		(address) => changed(address, 'code', stolen),
		() => signInByIssuer(page, unique('thief'))
	);
	await assertRefused(page, 'federation.refused');
	await assertSignedOut(page);
});

test('sign-in leads to no other site', async () => {
	for (const next of ['https://evil.example/', '//evil.example/', '/\\evil.example', 'javascript:alert(1)']) {
		const page = await open();
		await page.goto(`/oauth2/federation/${id}?continue=${encodeURIComponent(next)}`);
		await signInAtIssuer(page, issuer, known);
		assert.equal(new URL(page.url()).origin, site);
	}
});

test('member unlinks an identity, and signs in with it no more', async () => {
	const page = await open();
	await signInByIssuer(page, known);
	await submit(page, 'form[action="?/unlink"] button');
	assert.ok(!(await page.textContent('main')).includes(known));
	const other = await open();
	await signInByIssuer(other, known);
	assert.match(new URL(other.url()).pathname, /join$/);
});

test('provider that does not answer leaves the others', async () => {
	const token = await signedInBoss();
	const dead = unique('d').toLowerCase();
	await api(
		'POST',
		'/admin/identity-providers',
		{ id: dead, kind: 'oidc', name: `Dead ${dead}`, issuer: 'http://127.0.0.1:9', ...client },
		token
	);
	try {
		const page = await open();
		await page.goto(`/oauth2/federation/${dead}`);
		await assertRefused(page, 'federation.unavailable');
		await followLink(page, 'main a.button');
		await leave(page);
		await page.waitForURL((url) => url.origin === issuer.address);
	} finally {
		await api('DELETE', `/admin/identity-providers/${dead}`, undefined, token);
	}
});

const signedInBoss = async () => (await api('POST', '/auth/login', { login: boss.username, password: PASSWORD })).accessToken;
