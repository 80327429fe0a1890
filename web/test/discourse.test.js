import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import DiscourseSingleSignOn from 'discourse-sso';
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
	site,
	staff,
	submit,
	unique,
	verify
} from './forum.js';

const id = unique('d').toLowerCase();
const callback = `${site}/oauth2/federation/${id}/callback`;
const secret = unique('secret-of-the-site-');

/** Another site: its people sign in here, and it signs its own people in there. */
const shop = createServer((request, response) => {
	const { pathname, search } = new URL(request.url, site);
	if (pathname === '/connect') {
		response.writeHead(302, { location: change(answerTo(search, secret, shopper)) }).end();
	} else {
		response.writeHead(200, { 'content-type': 'text/html' }).end('<title>Shop</title><main>Welcome back</main>');
	}
});

let boss;
let origin;
let bridge;

/** The person who is signed in at the site. */
let shopper;

/** Changes the address to which the site returns a browser. */
let change = (address) => address;

before(async () => {
	await new Promise((resolve) => shop.listen(0, '127.0.0.1', resolve));
	origin = `http://127.0.0.1:${shop.address().port}`;
	boss = await staff('admin');
	bridge = await addSite();
});

after(async () => {
	shop.close();
	const token = await admin();
	await api('DELETE', `/admin/identity-providers/${id}`, undefined, token).catch(() => {});
	await api('DELETE', `/admin/discourse-sites/${bridge.id}`, undefined, token).catch(() => {});
	await close();
});

/** Adds the site as an administrator does, and returns the secret that the page shows. */
async function addSite() {
	const page = await open();
	await signInAt(page, boss, '/administration/discourse-sites');
	await page.fill('[name=name]', `Shop ${id}`);
	await page.fill('[name=address]', `${origin}/?next=cart`);
	await submit(page, 'form[action="?/create"] button');
	assert.match(await page.textContent('main .problem'), /without a query/);
	assert.equal(await page.inputValue('[name=name]'), `Shop ${id}`);
	await page.fill('[name=address]', origin);
	await submit(page, 'form[action="?/create"] button');
	const shown = await page.textContent('main code.secret');
	const reader = await open({ javaScriptEnabled: true, storageState: await page.context().storageState() });
	await assertAccessible(reader, '/administration/discourse-sites', Object.values(LOOKS));
	const sites = await api('GET', '/admin/discourse-sites', undefined, await admin());
	return { id: sites.find(({ address }) => address === origin).id, secret: shown };
}

const valuesOf = (search) => {
	const payload = new URLSearchParams(search).get('sso');
	return Object.fromEntries(new URLSearchParams(Buffer.from(payload, 'base64').toString()));
};

/** The address with the answer that a site gives to a question. */
function answerTo(search, key, values) {
	const sso = new DiscourseSingleSignOn(key);
	const asked = new URLSearchParams(search);
	assert.ok(sso.validate(asked.get('sso'), asked.get('sig')), 'The question is signed');
	const { nonce, return_sso_url: back } = valuesOf(search);
	return `${back}?${sso.buildLoginString({ nonce, ...values })}`;
}

/** Checks the signature of an answer to the site, and returns what it says. */
function read(page) {
	const { search, origin: where } = new URL(page.url());
	assert.equal(where, origin);
	const { sso, sig } = Object.fromEntries(new URLSearchParams(search));
	assert.ok(new DiscourseSingleSignOn(bridge.secret).validate(sso, sig), 'The answer is signed');
	return valuesOf(search);
}

/** The address at which the site asks who a person is. */
function question(values = {}, key = bridge.secret) {
	const all = { nonce: 'cb68251eefb5211e58c00ff1395f0c0b', return_sso_url: `${origin}/back`, ...values };
	const sso = Buffer.from(String(new URLSearchParams(all))).toString('base64');
	const sig = createHmac('sha256', key).update(sso).digest('hex');
	return `/session/sso_provider?${new URLSearchParams({ sso, sig })}`;
}

async function verified() {
	const person = await register();
	await verify(person);
	return person;
}

test('person signs in here for another site, and is known there', async () => {
	const person = await verified();
	const page = await open();
	await page.goto(question());
	assert.match(await page.textContent('main'), new RegExp(`Shop ${id}`));
	await page.fill('[name=login]', person.username);
	await page.fill('[name=password]', PASSWORD);
	await submit(page, 'form[action="/oauth2/login"] button');
	const { nonce, external_id: known, username, email, admin: boss, name } = read(page);
	assert.deepEqual(
		{ nonce, known, username, email, boss, name },
		{
			nonce: 'cb68251eefb5211e58c00ff1395f0c0b',
			known: person.id,
			username: person.username,
			email: person.email,
			boss: 'false',
			name: `Person ${person.username}`
		}
	);
	await page.goto(question({ return_sso_url: `${origin}/a/page?discourse_sso=true` }));
	assert.equal(read(page).external_id, person.id, 'without another sign-in, and to any page of the site');
	await page.goto(question({ logout: 'true', return_sso_url: `${origin}/goodbye` }));
	assert.equal(page.url(), `${origin}/goodbye`);
	await page.goto(question());
	assert.equal(new URL(page.url()).pathname, '/oauth2/login');
});

test('guest whom a site only looks for is not asked to sign in', async () => {
	const page = await open();
	await page.goto(question({ prompt: 'none' }));
	assert.equal(read(page).failed, 'true');
});

test('person whose address is not verified is told what to do', async () => {
	const page = await open();
	await signInAt(page, await register());
	const response = await page.goto(question());
	assert.equal(response.status(), 403);
	assert.match(await page.textContent('h1'), /Verify your mail address/);
});

const REFUSED = {
	'another secret': () => question({}, 'another secret'),
	'another site': () => question({ return_sso_url: 'https://evil.example/back' }),
	'a changed question': () => question().replace('sso=b', 'sso=c'),
	'no question': () => '/session/sso_provider'
};

for (const [name, address] of Object.entries(REFUSED)) {
	test(`question with ${name} is refused`, async () => {
		const page = await open();
		await signInAt(page, await register());
		const response = await page.goto(address());
		assert.equal(response.status(), 400);
		assert.equal(new URL(page.url()).origin, site);
		assert.match(await page.textContent('h1'), /not known/);
	});
}

async function addProvider() {
	const page = await open();
	await signInAt(page, boss, '/administration/providers');
	await page.selectOption('[name=kind]', 'discourse');
	await page.fill('[name=id]', id);
	await page.fill('[name=name]', `Shop ${id}`);
	await page.fill('[name=issuer]', `${origin}/connect`);
	await page.fill('[name=clientSecret]', secret);
	await page.check('[name=trusted]');
	await submit(page, 'main form.card button');
	assert.equal(await page.locator('main p code').first().textContent(), callback);
	await followLink(page, `a[href="/administration/providers/${id}"]`);
	assert.equal(await page.locator('form[action="?/test"], [name=clientId]').count(), 0);
	await page.fill('[name=position]', '3');
	await submit(page, 'form[action="?/save"] button');
	assert.match(await page.textContent('main [role=status]'), /saved/i);
}

async function signInByShop(page, person, changed = (address) => address) {
	shopper = person;
	change = changed;
	await page.goto('/sign-in?back=%2Fsettings%2Fsecurity');
	await page.click(`a[href^="/oauth2/federation/${id}"]`);
	await page.waitForLoadState();
}

const someone = () => {
	const name = unique('guest');
	return { external_id: unique('1'), email: `${name}@shop.example`, username: name, name: `Guest ${name}` };
};

test('people of another site sign in here', async (parent) => {
	await addProvider();
	const guest = someone();

	await parent.test('newcomer registers, and signs in again', async () => {
		const page = await open();
		await signInByShop(page, guest);
		assert.equal(await page.inputValue('[name=username]'), guest.username);
		await submit(page, 'main form button');
		assert.equal(new URL(page.url()).pathname, '/settings/security');
		const again = await open();
		await signInByShop(again, { external_id: guest.external_id, email: `${unique('new')}@shop.example` });
		assert.equal(new URL(again.url()).pathname, '/settings/security');
	});

	await parent.test('mail address that exists here joins no account', async () => {
		const page = await open();
		await signInByShop(page, { ...someone(), email: (await register()).email });
		assert.equal(await page.getAttribute('main', 'data-problem'), 'identity.email-known');
	});

	await parent.test('hostile answers are refused', async () => {
		const another = (address) => `${callback}?${new DiscourseSingleSignOn('another').buildLoginString(valuesOf(new URL(address).search))}`;
		const nonce = (address) =>
			`${callback}?${new DiscourseSingleSignOn(secret).buildLoginString({ ...valuesOf(new URL(address).search), nonce: 'guessed' })}`;
		for (const [code, hostile] of [
			['federation.refused', another],
			['federation.refused', (address) => address.replace('sso=b', 'sso=c')],
			['federation.refused', (address) => address.replace(/&sig=.*/, '')],
			['federation.state', nonce]
		]) {
			const page = await open();
			await signInByShop(page, guest, hostile);
			assert.equal(await page.getAttribute('main', 'data-problem'), code);
			await page.goto('/settings');
			assert.equal(new URL(page.url()).pathname, '/oauth2/login');
		}
	});

	await parent.test('answer is used once, and in its browser', async () => {
		let answer;
		const page = await open();
		await signInByShop(page, guest, (address) => {
			answer = address;
			return `${site}/keyboard`;
		});
		const victim = await open();
		await victim.goto(answer);
		assert.equal(await victim.getAttribute('main', 'data-problem'), 'federation.state');
		await page.goto(answer);
		assert.equal(new URL(page.url()).pathname, '/settings/security');
		await page.goto(answer);
		assert.equal(await page.getAttribute('main', 'data-problem'), 'federation.state');
	});
});
