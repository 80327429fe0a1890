import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { admin, api, close, discussion, eventually, followLink, open, register, shows, signInAt, submit, unique } from './forum.js';

let author;
let thread;

before(async () => {
	author = await register();
	thread = await discussion(author, 1);
});

after(close);

const PHONE = { viewport: { width: 390, height: 780 } };

test('places of the forum are beside the page on a desk, and behind a link on a phone, without scripts', async () => {
	const desk = await open();
	await shows(desk, `/threads/${thread.id}`, `#side a[href="/categories/${thread.slug}"]`, 1);
	assert.ok(await desk.locator(`#side a[href="/categories/${thread.slug}"]`).isVisible());
	assert.ok(await desk.locator('form[role=search][action="/search"] input').isVisible());
	assert.ok(!(await desk.locator('.top .menu').isVisible()));
	await desk.context().close();
	const phone = await open(PHONE);
	await phone.goto(`/threads/${thread.id}`);
	const places = phone.locator('#side');
	assert.ok(!(await places.isVisible()));
	await phone.click('.top .menu');
	assert.ok(await places.isVisible());
	assert.equal(await places.locator(`a[href="/categories/${thread.slug}"]`).getAttribute('aria-current'), 'page');
	await places.locator('.close').click();
	assert.ok(!(await places.isVisible()));
	const bar = await phone.locator('.acts').boundingBox();
	assert.equal(Math.round(bar.y + bar.height), 780, 'the bar is at the lower edge');
	await phone.context().close();
});

test('thread is begun from anywhere, in the category of the page', async () => {
	const page = await open();
	await signInAt(page, await register(), `/threads/${thread.id}`);
	await followLink(page, '.top .write');
	assert.equal(await page.inputValue('[name=category]'), thread.slug);
	await page.fill('[name=title]', 'x');
	await page.evaluate(() => document.querySelector('[name=title]').removeAttribute('minlength'));
	await page.fill('[name=content]', 'Begun from a thread.');
	await submit(page, 'form.card button');
	assert.equal(await page.locator('[role=alert]').count(), 1, 'a short title is refused');
	assert.equal(await page.inputValue('[name=category]'), thread.slug);
	const title = unique('Begun ');
	await page.fill('[name=title]', title);
	await submit(page, 'form.card button');
	assert.equal(await page.textContent('h1'), title);
	assert.equal(await page.textContent('.crumbs bdi'), `Category ${thread.slug}`);
	await page.context().close();
});

test('thread is bold until it is read, and opens where its reader stopped', async () => {
	const reader = await register();
	const page = await open();
	await signInAt(page, reader, `/categories/${thread.slug}`);
	const row = page.locator('.rows li', { hasText: thread.title });
	assert.equal(await row.getAttribute('class'), 'unread');
	await followLink(page, `.rows a[href="/threads/${thread.id}"]`);
	await eventually(async () => {
		await page.goto(`/categories/${thread.slug}`);
		return (await row.getAttribute('class')) !== 'unread';
	}, 'The end of the unread state');
	await api('POST', '/posts', { threadId: thread.id, content: 'One more.' }, author.token);
	await eventually(async () => {
		await page.goto(`/categories/${thread.slug}`);
		return row.locator('.new').count();
	}, 'The new reply');
	assert.match(await row.locator('h2 a').getAttribute('href'), new RegExp(`/threads/${thread.id}\\?post=3#post-3$`));
	await page.context().close();
	const guest = await open();
	await guest.goto(`/categories/${thread.slug}`);
	assert.equal(await guest.locator('.rows .unread').count(), 0);
	await guest.context().close();
});

test('accepted answer is marked, and its beginning is below the question', async () => {
	const asker = await register();
	const asked = await discussion(asker);
	const answer = await api('POST', '/posts', { threadId: asked.id, content: 'Tie them **up** early.' }, author.token);
	await api('PUT', `/threads/${asked.id}/answer`, { postId: answer.id }, asker.token);
	const page = await open();
	await page.goto(`/threads/${asked.id}`);
	assert.equal(await page.textContent('.solution .excerpt'), 'Tie them up early.');
	assert.equal(await page.locator('#post-2.accepted').count(), 1);
	await page.click('.solution a');
	assert.match(page.url(), /#post-2$/);
	await page.goto(`/categories/${asked.slug}`);
	assert.equal(await page.locator('.rows .i-accept').count(), 1);
	await page.context().close();
});

test('people without a picture have letters, the same everywhere', async () => {
	const page = await open();
	await page.goto(`/threads/${thread.id}`);
	const face = page.locator('#post-1 .face');
	assert.match(await face.textContent(), /^P.$/);
	const look = await face.getAttribute('class');
	assert.equal(await face.evaluate((one) => one.closest('[aria-hidden=true]') !== null), true);
	await page.goto(`/categories/${thread.slug}`);
	const inList = await page.locator('.rows .face').first().getAttribute('class');
	assert.equal(/\bf\d+\b/.exec(inList)[0], /\bf\d+\b/.exec(look)[0]);
	await page.context().close();
});

test('menu of a post opens without scripts, and closes by Escape and a click elsewhere', async () => {
	const plain = await open();
	const reader = await register();
	await signInAt(plain, reader, `/threads/${thread.id}`);
	await plain.click('#post-1 .drop summary');
	assert.ok(await plain.locator('#post-1 .drop a[href$="/report"]').isVisible());
	await plain.context().close();
	const page = await open({ javaScriptEnabled: true });
	await signInAt(page, reader, `/threads/${thread.id}`);
	await page.waitForSelector('#posts[data-live=true]');
	const menu = page.locator('#post-1 .drop');
	await menu.locator('summary').click();
	await page.keyboard.press('Escape');
	assert.equal(await menu.getAttribute('open'), null);
	assert.equal(await page.evaluate(() => document.activeElement.tagName), 'SUMMARY');
	await menu.locator('summary').click();
	await page.click('h1');
	assert.equal(await menu.getAttribute('open'), null);
	await page.context().close();
});

test('latest notifications are below the bell, which leads to all of them without scripts', async () => {
	const [asker, helper] = [await register(), await register()];
	const asked = await discussion(asker);
	await api('POST', '/posts', { threadId: asked.id, content: 'An answer.' }, helper.token);
	const page = await open({ javaScriptEnabled: true });
	await signInAt(page, asker);
	const item = page.locator('.latest li', { hasText: asked.title });
	await eventually(async () => {
		await page.goto('/');
		await page.click('.bell');
		await page.waitForSelector('.latest');
		return item.count();
	}, 'The notification');
	assert.equal(await page.getAttribute('.bell', 'aria-expanded'), 'true');
	assert.equal(await page.locator('.latest form').count(), 0);
	await page.keyboard.press('Escape');
	assert.equal(await page.locator('.latest').count(), 0);
	assert.ok(await page.evaluate(() => document.activeElement.matches('.bell')));
	await page.click('.bell');
	await page.waitForSelector('.latest');
	await page.click('#side-categories');
	await page.waitForSelector('.latest', { state: 'detached' });
	await page.click('.bell');
	await followLink(page, '.latest h2 a');
	assert.match(page.url(), new RegExp(`/threads/${asked.id}`));
	await page.context().close();
	const plain = await open();
	await signInAt(plain, asker);
	await followLink(plain, '.bell');
	assert.equal(new URL(plain.url()).pathname, '/notifications');
	await plain.context().close();
});

test('exact times are labelled for guests, and in their zone with scripts', async () => {
	const titleAt = async (options) => {
		const page = await open(options);
		await page.goto(`/threads/${thread.id}`);
		const time = page.locator('#post-1 time');
		const title = await eventually(async () => {
			const shown = await time.getAttribute('title');
			return (!options.javaScriptEnabled || !shown.endsWith('UTC')) && shown;
		}, 'The time');
		const at = new Date(await time.getAttribute('datetime'));
		await page.context().close();
		return { title, at };
	};
	const format = (timeZone, at) => new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(at);
	const plain = await titleAt({ timezoneId: 'Asia/Tokyo' });
	assert.equal(plain.title, `${format('UTC', plain.at)} UTC`);
	const local = await titleAt({ timezoneId: 'Asia/Tokyo', javaScriptEnabled: true });
	assert.equal(local.title, format('Asia/Tokyo', local.at));
});

test('code is copied by its button, whose text is not part of it', async () => {
	const { slug } = thread;
	const coded = await api('POST', '/threads', { category: slug, title: unique('Code '), content: '```\nlet a = 1;\n```' }, await admin());
	const page = await open({ javaScriptEnabled: true, permissions: ['clipboard-read', 'clipboard-write'] });
	await page.goto(`/threads/${coded.id}`);
	await page.click('#post-1 .copy');
	await page.waitForSelector('#post-1 .copy[aria-label=Copied]');
	assert.equal((await page.evaluate(() => navigator.clipboard.readText())).trim(), 'let a = 1;');
	await page.context().close();
});
