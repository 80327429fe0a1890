import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
	address,
	admin,
	api,
	assertAccessible,
	close,
	discussion,
	erasesAtOnce,
	eventually,
	mailedLink,
	open,
	PASSWORD,
	register,
	signInAt,
	site,
	submit,
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
	await page.click(`a[href="/categories/${thread.slug}"]`);
	await page.click(`a[href="/threads/${thread.id}"]`);
	assert.equal(await page.textContent('h1'), thread.title);
	assert.equal(await page.locator('article.post').count(), 20);
	assert.match(await page.innerHTML('#post-1'), /<strong>first<\/strong>/);
	await page.click('nav a[rel=next]');
	assert.equal(await page.locator('article.post').count(), 5);
	await page.click('nav a[rel=prev]');
	assert.equal(await page.locator('#post-1').count(), 1);
	await page.goto(`/threads/${thread.id}?post=23`);
	assert.equal(await page.locator('#post-23').count(), 1);
	await page.click('#post-23 .author');
	assert.equal(await page.textContent('h1'), alice.displayName);
	assert.deepEqual(await page.context().cookies(), []);
	assert.equal(await page.locator('script').count(), 0);
	await page.context().close();
});

test('first view of a thread of 20 posts weighs at most 30 KiB compressed', async () => {
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
	assert.ok(total <= 30 * 1024, `${total} bytes`);
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
	await signInAt(page, alice, `/threads/${thread.id}`);
	assert.equal(new URL(page.url()).pathname, `/threads/${thread.id}`);
	const [cookie] = (await page.context().cookies()).filter(({ name }) => name === 'parley_web_session');
	assert.ok(cookie.httpOnly);
	assert.equal(cookie.sameSite, 'Lax');
	await page.fill('#reply textarea', 'A reply from the **page**');
	await page.click('#reply button');
	assert.match(page.url(), /post=26#post-26$/);
	assert.match(await page.innerHTML('#post-26'), /<strong>page<\/strong>/);
	await page.click('#post-26 footer >> text=Edit');
	await page.fill('textarea[name=content]', 'An edited reply');
	await page.click('form.card button');
	assert.match(await page.textContent('#post-26'), /An edited reply/);
	const answer = await page.goto('/notifications');
	assert.match(answer.headers()['cache-control'], /no-store/);
	await page.click('text=Sign out');
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
	await page.fill('[name=title]', 'x');
	await page.fill('[name=content]', 'Text');
	await page.click('form.card button');
	assert.equal(await page.locator('[role=alert]').count(), 1, 'a short title is refused');
	assert.equal(await page.inputValue('[name=content]'), 'Text');
	await page.fill('[name=title]', 'A thread from the page');
	await page.click('form.card button');
	assert.equal(await page.textContent('h1'), 'A thread from the page');
	await page.goto(`/threads/${thread.id}`);
	await page.click('#post-1 >> text=Vote up');
	assert.equal(await page.getAttribute('#post-1 button >> text=Vote up', 'aria-pressed'), 'true');
	await page.click('#post-1 >> text=Bookmark');
	await page.click('text=Follow');
	assert.equal(await page.locator('text=Stop following').count(), 1);
	await page.goto('/bookmarks');
	assert.equal(await page.locator(`a[href^="/threads/${thread.id}"]`).count(), 1);
	await page.goto(`/threads/${thread.id}`);
	await page.click('#post-2 >> text=Report');
	await page.selectOption('[name=reason]', 'spam');
	await page.click('form.card button');
	assert.equal(await page.locator('main [role=status]').count(), 1);
	await page.context().close();
});

test('search finds a thread from home', async () => {
	const page = await open();
	await eventually(async () => {
		await page.goto('/');
		await page.fill('[name=q]', thread.title);
		await page.click('form[role=search] button');
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
	await page.click('form.card button');
	assert.equal(await page.locator('header >> text=New Person').count(), 1);
	await follow(page, await mailedLink(`${username}@example.org`, '/verify-email'), async () => {
		await page.goto('/settings');
		return (await page.locator('text=This address is not verified yet.').count()) === 0;
	});
	await page.context().close();
});

test('mailed link resets the password', async () => {
	const person = await register();
	const page = await open();
	await page.goto('/forgot-password');
	await page.fill('[name=email]', person.email);
	await page.click('form.card button');
	assert.equal(await page.locator('main [role=status]').count(), 1);
	const link = await mailedLink(person.email, '/reset-password');
	await openSecret(page, link);
	await page.fill('[name=password]', 'another correct horse');
	await page.click('form.card button');
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
	await signInAt(page, person, '/settings');
	await page.fill('form[action="?/delete"] [name=password]', PASSWORD);
	await page.click('form[action="?/delete"] button');
	const link = await mailedLink(person.email, '/restore-account');
	await openSecret(page, link);
	await page.fill('[name=login]', person.username);
	await page.fill('[name=password]', PASSWORD);
	await page.click('form.card button');
	assert.equal(await page.locator('main [role=status]').count(), 1);
	await api('POST', '/auth/login', { login: person.username, password: PASSWORD });
	await page.context().close();
});

test('page that keeps a deleted account refuses a wrong password', async () => {
	const page = await open();
	await page.goto('/restore-account');
	await page.fill('[name=login]', alice.username);
	await page.fill('[name=password]', 'not the password');
	await page.click('form.card button');
	assert.equal(await page.locator('[role=alert]').count(), 1);
	await page.context().close();
});

test('notification settings, where every mail leads, are saved', async () => {
	const page = await open();
	await signInAt(page, alice, '/settings/notifications');
	await page.selectOption('[name="reply.mail"]', 'weekly');
	await page.click('form.card button');
	await page.goto('/settings/notifications');
	assert.equal(await page.inputValue('[name="reply.mail"]'), 'weekly');
	await page.context().close();
});

test('hostile content does not run', async () => {
	const hostile = [
		'<script>document.title="owned"</script>',
		'<img src=x onerror="document.title=\'owned\'">',
		'[click](javascript:document.title="owned")',
		'<svg onload="document.title=\'owned\'"></svg>',
		'<iframe srcdoc="<script>parent.document.title=\'owned\'</script>"></iframe>',
		'<style>body{display:none}</style><form action="https://evil.example"><input name=q></form>'
	].join('\n\n');
	const title = '</title><script>document.title="owned"</script>';
	// Alice has written the posts of the long thread within this minute.
	const mallory = await register();
	const { id } = await api('POST', '/threads', { category: thread.slug, title, content: hostile }, mallory.token);
	const page = await open({ javaScriptEnabled: true });
	const foreign = [];
	page.on('request', (request) => request.url().startsWith(site) || foreign.push(request.url()));
	await page.goto(`/threads/${id}`);
	await page.waitForLoadState('networkidle');
	assert.match(await page.title(), /<\/title><script>/);
	assert.equal(await page.locator('main script, main iframe, main svg, main style, .prose form').count(), 0);
	assert.equal(await page.locator('[href^="javascript:"], [onerror], [onload]').count(), 0);
	assert.deepEqual(foreign, []);
	await page.context().close();
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
	await page.click('footer button');
	assert.equal(await page.getAttribute('html', 'lang'), 'en');
	await page.context().close();
});

test('times are in the zone of the settings, also after the next sign-in', async () => {
	const person = await register();
	const page = await open();
	await signInAt(page, person, '/settings');
	await page.fill('[name=timeZone]', 'Asia/Tokyo');
	await submit(page, 'form[action="?/profile"] button');
	const again = await open();
	await signInAt(again, person);
	const format = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Asia/Tokyo' });
	for (const reader of [page, again]) {
		await reader.goto(`/threads/${thread.id}`);
		const time = reader.locator('#post-1 time').first();
		assert.equal(await time.textContent(), format.format(new Date(await time.getAttribute('datetime'))));
		await reader.context().close();
	}
});

test('robots, sitemap, set-up and errors', async () => {
	const robots = await (await fetch(`${site}/robots.txt`)).text();
	assert.match(robots, /Sitemap: .*\/sitemap\.xml/);
	const sitemap = await (await fetch(`${site}/sitemap.xml`)).text();
	assert.match(sitemap, new RegExp(`/threads/${thread.id}<`));
	const page = await open();
	const setup = await page.goto('/setup');
	assertSecret(setup);
	assert.equal(await page.locator('form.card').count(), 0, 'it is set up');
	for (const path of ['/nothing', '/threads/nothing', '/categories/nothing', '/people/nobody-at-all']) {
		const answer = await page.goto(path);
		assert.equal(answer.status(), 404, path);
		assert.equal(await page.locator('main a[href="/"]').count(), 1, path);
	}
	const api404 = await fetch(`${site}/api/v1/nothing`);
	assert.equal((await api404.json()).code, 'route.not-found');
	await page.context().close();
});

for (const colorScheme of ['light', 'dark']) {
	test(`pages are accessible in ${colorScheme} mode, on a desk and a phone`, async () => {
		for (const viewport of [{ width: 1280, height: 900 }, { width: 320, height: 640 }]) {
			const page = await open({ javaScriptEnabled: true, colorScheme, viewport });
			const guests = ['/', `/categories/${thread.slug}`, `/threads/${thread.id}`, '/search?q=thread',
				`/people/${alice.username}`, '/register', '/forgot-password', '/reset-password?token=t',
				'/verify-email?token=t', '/confirm-email?token=t', '/restore-email?token=t', '/restore-account',
				'/setup', '/nothing'];
			const own = [`/threads/${thread.id}`, `/categories/${thread.slug}/new`, '/notifications', '/bookmarks',
				'/drafts', `/threads/${thread.id}/summary`, '/settings', '/settings/notifications', '/settings/security',
				'/settings/tokens', '/settings/following', '/settings/export'];
			for (const path of guests) {
				await assertAccessible(page, path);
			}
			await signInAt(page, alice);
			for (const path of own) {
				await assertAccessible(page, path);
			}
			await page.context().close();
		}
	});
}

/** Opens a mailed link twice, which changes nothing, and submits its form. */
async function follow(page, link, isDone) {
	await openSecret(page, link);
	await openSecret(page, link);
	assert.equal(await isDone(), false, 'opening changes nothing');
	await openSecret(page, link);
	await page.click('form.card button');
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
