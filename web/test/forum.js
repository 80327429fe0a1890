import assert from 'node:assert/strict';
import { createHmac, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

/** The running system, as the caller describes it. */
export const scene = JSON.parse(process.env.PARLEY_SCENE ?? '{}');

export const site = scene.gateway;

/** Whether a deleted account cannot be restored, so that no mail offers it. */
export const erasesAtOnce = scene.erasesAtOnce === true;

export const PASSWORD = 'correct horse battery staple';

/** How often a request of a user who has reached a limit is repeated. */
const REPETITIONS = 5;

/**
 * Calls the API as another client each time. Tests share an administrator, so a request that meets their limit is
 * repeated when the answer says.
 */
export async function api(method, path, body, token, repetitions = REPETITIONS) {
	const response = await fetch(`${site}/api/v1${path}`, {
		method,
		headers: {
			'x-forwarded-for': address(),
			...(body ? { 'content-type': 'application/json' } : {}),
			...(token ? { authorization: `Bearer ${token}` } : {})
		},
		body: body && JSON.stringify(body)
	});
	const text = await response.text();
	if (response.status === 429 && repetitions > 0) {
		await pause(1000 * Number(response.headers.get('retry-after')));
		return api(method, path, body, token, repetitions - 1);
	}
	if (!response.ok) {
		throw new Error(`${method} ${path}: ${response.status} ${text}`);
	}
	return text ? JSON.parse(text).data : undefined;
}

export function address() {
	const number = () => 1 + Math.floor(Math.random() * 250);
	return `10.${number()}.${number()}.${number()}`;
}

export function unique(prefix) {
	return prefix + randomUUID().replaceAll('-', '').slice(0, 12);
}

export async function signIn(login, password) {
	return (await api('POST', '/auth/login', { login, password })).accessToken;
}

export const admin = () => signIn('admin', scene.password);

/** Registers a person, whose mail address is not verified. */
export async function register() {
	const username = unique('p');
	const email = `${username}@example.org`;
	const { user, accessToken } = await api('POST', '/auth/register', {
		name: `Person ${username}`,
		username,
		email,
		password: PASSWORD
	});
	return { ...user, email, token: accessToken };
}

/** Registers a person and gives them a role. */
export async function staff(role) {
	const person = await register();
	await api('PUT', `/admin/users/${person.id}/role`, { role }, await admin());
	return person;
}

/** Sends a webhook of the generic provider. */
export async function receiveWebhook(body) {
	const id = unique('event-');
	const time = Math.floor(Date.now() / 1000);
	const signature = createHmac('sha256', scene.webhookSecret).update(`${id}.${time}.${body}`).digest('hex');
	const response = await fetch(`${site}/api/v1/webhook/hmac`, {
		method: 'POST',
		headers: {
			'content-type': 'application/json',
			'x-webhook-id': id,
			'x-webhook-timestamp': String(time),
			'x-webhook-signature': `sha256=${signature}`
		},
		body
	});
	assert.equal(response.status, 200);
	return id;
}

/** A category with a thread of the given number of posts. */
export async function discussion(author, replies = 0) {
	const slug = unique('c');
	await api('POST', '/categories', { slug, name: `Category ${slug}` }, await admin());
	const title = unique('Thread ');
	const thread = await api('POST', '/threads', { category: slug, title, content: 'The **first** post.' }, author.token);
	for (let number = 0; number < replies; number++) {
		await api('POST', '/posts', { threadId: thread.id, content: `Reply ${number}` }, author.token);
	}
	return { slug, title, id: thread.id };
}

/** Waits until the condition returns a value. */
export async function eventually(condition, what) {
	const end = Date.now() + 60_000;
	// It grows, so that no person reaches the limit of requests by waiting.
	for (let wait = 250; Date.now() < end; wait = Math.min(1.5 * wait, 2_000)) {
		const value = await condition();
		if (value) {
			return value;
		}
		await new Promise((resolve) => setTimeout(resolve, wait));
	}
	throw new Error(`${what} did not happen within a minute`);
}

/** Waits until a page shows so many elements; instances learn of changes one after the other. */
export function shows(page, path, selector, count) {
	return eventually(async () => {
		await page.goto(path);
		return (await page.locator(selector).count()) === count;
	}, `${count} times ${selector}`);
}

/** Returns the path of the first link below a path in the mails to an address, if there is one. */
export async function findMailedLink(to, path) {
	const mails = await (await fetch(`${scene.mails}?to=${encodeURIComponent(to)}`)).json();
	const link = mails.flatMap((mail) => mail.links).find((one) => new URL(one).pathname === path);
	return link && new URL(link).pathname + new URL(link).search;
}

/** Waits for a mail with a link below a path, and returns the path of the link. */
export function mailedLink(to, path) {
	return eventually(() => findMailedLink(to, path), `A mail with a link to ${path}`);
}

/** Verifies the mail address of a person by the link in their mail. */
export async function verify(person) {
	const link = await mailedLink(person.email, '/verify-email');
	const token = new URL(link, site).searchParams.get('token');
	await api('POST', '/auth/verify-email', { token });
}

/** Does what leads to another page, and waits for that page. */
export async function navigated(page, act) {
	await Promise.all([page.waitForNavigation(), act()]);
}

/**
 * Sends a form by its button, and waits until the page that answers is loaded: a click alone may
 * return while the old page or half of the new one is shown.
 */
export async function submit(page, button) {
	await openMenuOf(page.locator(button).first());
	return navigated(page, () => page.click(button));
}

/** Opens the menu that hides an element, if there is one, as a person does. */
async function openMenuOf(element) {
	const menu = element.locator('xpath=ancestor::details[contains(@class, "drop") and not(@open)]');
	await element.waitFor({ state: 'attached' });
	if (await menu.count()) {
		await menu.locator('summary').click();
	}
}

/** Follows a link, and waits until its page is loaded. */
export const followLink = submit;

let browser;

/** Opens a page of a new browser context, without scripts unless they are asked for. */
export async function open(options = {}) {
	browser ??= await chromium.launch({
		executablePath: scene.chromium,
		// Most pages end before optimized code has paid for itself.
		args: ['--no-sandbox', '--disable-gpu', '--js-flags=--no-opt --no-maglev']
	});
	const context = await browser.newContext({
		baseURL: site,
		javaScriptEnabled: false,
		// It would answer instead of the routes that tests replace.
		serviceWorkers: 'block',
		locale: 'en-GB',
		extraHTTPHeaders: { 'x-forwarded-for': address() },
		...options
	});
	context.setDefaultTimeout(60_000);
	return context.newPage();
}

export async function close() {
	await browser?.close();
}

/** Signs a person in by requests, which cost less than the provider's pages in a browser, and opens a page. */
export async function signInAt(page, person, back = '/', password = PASSWORD) {
	const { request } = page.context();
	// The page itself may change something when it is opened, such as what is unread.
	const asked = await request.get('/sign-in?back=/robots.txt');
	const hidden = (name, text) => text.match(`name="${name}" value="([^"]*)"`)[1].replaceAll('&amp;', '&');
	const text = await asked.text();
	const form = { login: person.username, password, _csrf: hidden('_csrf', text), continue: hidden('continue', text) };
	const answer = await request.post('/oauth2/login', { form, headers: { origin: site } });
	assert.ok(!new URL(answer.url()).pathname.startsWith('/oauth2'), answer.url());
	await page.goto(back);
}

/** Fills in the provider's page of the sign-in, where the page has led. */
export async function typeSignIn(page, person) {
	await page.waitForURL(/\/oauth2\/login/);
	await page.fill('[name=login]', person.username);
	await page.fill('[name=password]', PASSWORD);
	await page.click('form[action="/oauth2/login"] button');
	await page.waitForURL((url) => !url.pathname.startsWith('/oauth2'));
}

/** Gives a page a device that keeps passkeys and knows its owner. */
export async function addDevice(page) {
	const devtools = await page.context().newCDPSession(page);
	await devtools.send('WebAuthn.enable');
	await devtools.send('WebAuthn.addVirtualAuthenticator', {
		options: {
			protocol: 'ctap2',
			transport: 'internal',
			hasResidentKey: true,
			hasUserVerification: true,
			isUserVerified: true,
			automaticPresenceSimulation: true
		}
	});
}

/** Signs a person in at an issuer's own pages, and agrees there. */
export async function signInAtIssuer(page, issuer, login) {
	await page.waitForURL((url) => url.origin === issuer.address);
	await page.fill('[name=login]', login);
	await page.fill('[name=password]', 'anything');
	await submit(page, 'button[type=submit]');
	if (new URL(page.url()).origin === issuer.address) {
		await submit(page, 'button[type=submit]');
	}
}

const DESK = { width: 1280, height: 900 };

const PHONE = { width: 320, height: 640 };

/** What a person sees a page with. */
export const LOOKS = {
	lightDesk: { colorScheme: 'light', viewport: DESK },
	darkDesk: { colorScheme: 'dark', viewport: DESK },
	lightPhone: { colorScheme: 'light', viewport: PHONE },
	darkPhone: { colorScheme: 'dark', viewport: PHONE }
};

/** How far the page is wider than the window, in pixels; in the other direction of writing, too. */
const tooWide = (page) =>
	page.evaluate(() => {
		const root = document.documentElement;
		const more = () => root.scrollWidth - window.innerWidth;
		const [direction, left] = [root.dir, more()];
		root.dir = 'rtl';
		const right = more();
		root.dir = direction;
		return { left, right };
	});

/** The tables that scroll on their own in a narrow window. */
const scrolled = (page) =>
	page.$$eval('[role=region]:has(> table)', (tables) => tables.filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.getAttribute('aria-label')));

/** As a script of a page's start, axe-core costs a third of what sending it to the page does. */
const AXE = fileURLToPath(import.meta.resolve('axe-core/axe.min.js'));

/** The pages that have axe-core. */
const equipped = new WeakSet();

async function equip(page) {
	if (!equipped.has(page)) {
		equipped.add(page);
		await page.addInitScript({ path: AXE });
	}
}

/**
 * Opens a page once, and checks it in each look with axe-core, and that it is not wider than the
 * window in either direction of writing. Without scripts a page has no timers, so axe-core would
 * never end. Rules of axe-core that a look shows like another one can be left out of it.
 */
export async function assertAccessible(page, path, looks = [LOOKS.lightDesk]) {
	for (const [index, { colorScheme, viewport, without = [] }] of looks.entries()) {
		await page.emulateMedia({ colorScheme });
		await page.setViewportSize(viewport);
		if (index === 0) {
			await equip(page);
			await page.goto(path);
			assert.ok(await page.evaluate(() => matchMedia('(scripting: enabled)').matches), `${path} has scripts`);
		}
		const name = `${path}, ${colorScheme}, ${viewport.width} px wide`;
		assert.equal(await page.evaluate(() => window.innerWidth), viewport.width, name);
		const found = await page.evaluate(async (without) => {
			const rules = Object.fromEntries(without.map((rule) => [rule, { enabled: false }]));
			const { violations } = await window.axe.run(document, { resultTypes: ['violations'], preload: false, rules });
			return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
		}, without);
		assert.deepEqual(found, [], name);
		const { left, right } = await tooWide(page);
		assert.ok(left <= 0, `${name}: ${left} px too wide`);
		assert.ok(right <= 0, `${name}: ${right} px too wide from right to left`);
		if (viewport.width === PHONE.width) {
			assert.deepEqual(await scrolled(page), [], name);
		}
	}
}

/** Checks pages in each look, each page as a test of its own. */
export async function assertAllAccessible(parent, page, paths, looks) {
	for (const path of paths) {
		await parent.test(path, () => assertAccessible(page, path, looks));
	}
}
