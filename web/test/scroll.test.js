import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { address as network, admin, api, close, discussion, eventually, open, register, scene, signInAt, site } from './forum.js';

/** Posts of the thread, on seven pages and a part of one. */
const POSTS = 146;

let thread;
let reader;
let writers;

before(async () => {
	// Each person may write 30 times a minute.
	[reader, ...writers] = await Promise.all(Array.from({ length: 7 }, () => register()));
	thread = await discussion(reader);
	await Promise.all(
		writers.map(async (writer, index) => {
			for (let number = index; number < POSTS - 1; number += writers.length) {
				const content = `Reply ${number}\n\n`.concat('It has lines.\n\n'.repeat(number % 7));
				await api('POST', '/posts', { threadId: thread.id, content }, writer.token);
			}
		})
	);
});

after(close);

const address = (number, { id } = thread) => `/threads/${id}?post=${number}#post-${number}`;

/** Opens the thread at a post, and records from then on which posts move without the reader. */
async function openAt(number, where = thread) {
	const page = await open({ javaScriptEnabled: true });
	await page.goto(address(number, where));
	// The seeded thread has no room: realtime-service has heard of none of its posts.
	await page.waitForSelector(where === thread ? '#posts[data-live=true]' : '#posts[data-live]');
	await page.evaluate(() => {
		window.shifts = [];
		// The footer gives way to posts that arrive when the reader has come to it.
		const isPost = ({ node }) => document.getElementById('posts').contains(node);
		new PerformanceObserver((list) =>
			window.shifts.push(...list.getEntries().filter(({ sources }) => sources.some(isPost)).map(({ value }) => value))
		).observe({ type: 'layout-shift' });
	});
	return page;
}

const topOf = (page, number) => page.locator(`#post-${number}`).evaluate((post) => post.getBoundingClientRect().top);

const numbers = (page) =>
	page.locator('#posts > article').evaluateAll((posts) => posts.map(({ dataset }) => Number(dataset.number)));

/**
 * The posts have moved by the reader's turns of the wheel and nothing else. A frame that is late on
 * a busy machine shows a page before the place is kept; a jump is far more.
 */
async function assertUnmoved(page) {
	const shift = (await page.evaluate(() => window.shifts)).reduce((sum, one) => sum + one, 0);
	assert.ok(shift < 0.1, `the posts have moved by ${shift}`);
}

/** Turns the wheel until the condition holds, as steadily as a reader. */
async function wheel(page, distance, condition, what) {
	await page.mouse.move(640, 300);
	for (const end = Date.now() + 60_000; Date.now() < end; await page.waitForTimeout(250)) {
		await page.mouse.wheel(0, distance);
		if (await condition()) {
			return;
		}
	}
	throw new Error(`${what} did not happen within a minute`);
}

/** Waits until the page has scrolled, which asks for all that it needs. */
async function scrolled(page, act) {
	await page.evaluate(() => {
		window.scrolled = false;
		addEventListener('scrollend', () => (window.scrolled = true), { once: true });
	});
	await act();
	await page.waitForFunction(() => window.scrolled);
}

const isShown = (page, number) => async () => (await page.locator(`#post-${number}`).count()) === 1;

function assertConsecutive(shown) {
	assert.deepEqual(
		shown,
		Array.from(shown, (_, index) => shown[0] + index)
	);
}

test('thread scrolls from a post in the middle to both ends, and keeps its place', async () => {
	const page = await openAt(70);
	assert.deepEqual(await numbers(page), Array.from({ length: 20 }, (_, index) => 61 + index));
	const before = await topOf(page, 70);
	assert.ok(before >= 0 && before < 100, `the post is at ${before}`);
	// Turns of the wheel load the page above, and the post moves by these turns only.
	let turns = 0;
	await wheel(page, -400, () => ++turns && isShown(page, 41)(), 'The page above');
	await eventually(async () => Math.abs((await topOf(page, 70)) - before - 400 * turns) <= 2, 'The turns of the wheel');
	await wheel(page, -900, isShown(page, 1), 'The first post');
	assertConsecutive(await numbers(page));
	assert.equal(await page.locator('#earlier a').count(), 0);
	await wheel(page, 900, isShown(page, POSTS), 'The last post');
	const shown = await numbers(page);
	assertConsecutive(shown);
	assert.equal(await page.locator('#later a').count(), 0);
	assert.equal(await page.getAttribute('#posts', 'data-end'), 'true');
	await eventually(async () => (await numbers(page)).length <= 120, 'The end of pages far away');
	assert.equal(await page.locator('#earlier a[rel=prev]').count(), 1);
	await assertUnmoved(page);
	// New posts are announced below the last one, as on a page that was opened there.
	await api('POST', '/posts', { threadId: thread.id, content: 'A new one' }, reader.token);
	await page.waitForSelector('#live >> text=1 new post');
	await page.click('#live a');
	await page.waitForSelector(`#post-${POSTS + 1} >> text=A new one`);
	await page.context().close();
});

test('address names the post in view, and opens it again where it was', async () => {
	const page = await openAt(70);
	await wheel(page, 300, isShown(page, 81), 'The next page');
	await eventually(() => new URL(page.url()).searchParams.get('post') !== '70', 'The change of the address');
	const place = await eventually(async () => {
		const { post, top } = await page.evaluate(() => history.state);
		return Math.abs((await topOf(page, post)) - top) <= 1 && { post, top };
	}, 'The end of the movement');
	assert.equal(page.url().replace(site, ''), address(place.post));
	await page.reload();
	await page.waitForSelector('#posts[data-live=true]');
	await eventually(async () => Math.abs((await topOf(page, place.post)) - place.top) <= 2, 'The place');
	// The history has one entry for the thread, however far it was scrolled.
	await page.goto('/');
	await page.goBack();
	assert.equal(page.url().replace(site, ''), address(place.post));
	await page.context().close();
});

test('posts are read that a member has seen, not those that were loaded before anybody saw them', async () => {
	const member = await register();
	const page = await open({ javaScriptEnabled: true });
	await signInAt(page, member, address(21));
	await page.waitForSelector('#posts[data-live=true]');
	const read = async () => (await api('GET', `/threads/${thread.id}/progress`, undefined, member.token)).number;
	await eventually(async () => (await read()) === 40, 'The position at the end of the page');
	await wheel(page, 300, isShown(page, 41), 'The next page');
	await page.locator('#post-45').scrollIntoViewIfNeeded();
	const last = await eventually(async () => {
		const number = await read();
		return number > 40 && number;
	}, 'The position after the turns of the wheel');
	assert.ok(last >= 44 && last < 60, `post ${last}`);
	await page.context().close();
});

test('thread is read whose end is above the window', async () => {
	const member = await register();
	const page = await open({ javaScriptEnabled: true, viewport: { width: 390, height: 300 } });
	await signInAt(page, member, address(121));
	await page.waitForSelector('#posts[data-live=true]');
	const last = () => page.locator('#posts > article').last();
	await eventually(async () => {
		await page.evaluate(() => scrollTo({ top: document.body.scrollHeight, behavior: 'instant' }));
		const { y, height } = await last().boundingBox();
		return (await isShown(page, POSTS)()) && y + height < 0;
	}, 'The end of the page');
	const progress = () => api('GET', `/threads/${thread.id}/progress`, undefined, member.token);
	const { number } = await eventually(async () => {
		const now = await progress();
		return now.unread === 0 && now;
	}, 'The end of the thread');
	assert.equal(Number(await last().getAttribute('data-number')), number);
	await eventually(() => page.url().replace(site, '') === address(number), 'The last post in the address');
	await page.context().close();
});

test('reader who scrolls faster than pages arrive comes to the last post by scrolling on', async () => {
	const page = await open({ javaScriptEnabled: true, viewport: { width: 390, height: 844 } });
	await signInAt(page, await register(), address(81));
	await page.waitForSelector('#posts[data-live=true]');
	await page.route(/cursor=/, async (route) => {
		await page.waitForTimeout(400);
		await route.continue().catch(() => {});
	});
	await wheel(page, 30_000, isShown(page, POSTS), 'The last post');
	assertConsecutive(await numbers(page));
	await page.context().close();
});

test('keyboard scrolls on, and reaches the composer behind the posts that are shown', async () => {
	const page = await open({ javaScriptEnabled: true });
	await signInAt(page, writers[0], `/threads/${thread.id}`);
	await page.waitForSelector('#posts[data-live=true]');
	const loaded = [];
	page.on('request', (request) => loaded.push(request.url()));
	await scrolled(page, () => page.keyboard.press('End'));
	await scrolled(page, () => page.keyboard.press('Home'));
	// The script of the form keeps it in view, so that the page stays where it is.
	await page.waitForSelector('#reply markdown-toolbar[for]', { state: 'attached' });
	await page.click('#follow a');
	await page.keyboard.type('Typed at once');
	assert.match(await page.inputValue('#reply textarea'), /Typed at once/);
	assert.deepEqual(loaded.filter((url) => url.includes('cursor=')), [], 'nothing pushes the composer away');
	assert.equal((await numbers(page)).at(-1), 20);
	await page.keyboard.press('Escape');
	await page.locator('#post-3 header a').first().focus();
	await eventually(async () => {
		await page.keyboard.press('PageDown');
		return isShown(page, 41)();
	}, 'The third page');
	assertConsecutive(await numbers(page));
	await page.context().close();
});

test('change of a post arrives on each page that is shown', async () => {
	const page = await openAt(30);
	await wheel(page, 500, isShown(page, 61), 'The third page');
	const found = await api('GET', `/threads/${thread.id}/posts?around=25`);
	const post = found.find(({ number }) => number === 25);
	await api('PATCH', `/posts/${post.id}`, { content: 'Changed **behind** the reader' }, await admin());
	await page.waitForSelector('#post-25 strong >> text=behind', { state: 'attached' });
	await page.context().close();
});

test('number of a post leads to it without scripts', async () => {
	const page = await open();
	await page.goto(`/threads/${thread.id}`);
	await page.fill('#jump', '70');
	await Promise.all([page.waitForNavigation(), page.click('.jump button')]);
	// The way back is to the first post of the page before.
	assert.equal(page.url().replace(site, ''), address(70).replace('#', '&from=1#'));
	assert.equal(await page.locator('#post-70').count(), 1);
	await page.context().close();
});

/** The pages of 20 posts that a reader scrolls through. */
const PAGES = 12;

/** Turns the wheel until a post is shown that is so many pages away. */
async function walk(page, from, pages) {
	const goal = from + 20 * pages;
	await page.mouse.move(200, 300);
	await eventually(async () => {
		// Each page is read by another guest, so that none reaches the limit of requests.
		await page.context().setExtraHTTPHeaders({ 'x-forwarded-for': network() });
		for (let turn = 0; turn < 8; turn++) {
			await page.mouse.wheel(0, Math.sign(pages) * 700);
			await page.waitForTimeout(50);
		}
		const shown = await numbers(page);
		return pages > 0 ? shown.at(-1) >= goal : shown[0] <= goal;
	}, `The way to post ${goal}`);
}

/** What the page holds in memory, without garbage. */
async function memory(page) {
	const session = await page.context().newCDPSession(page);
	await session.send('Performance.enable');
	await session.send('HeapProfiler.collectGarbage');
	const { metrics } = await session.send('Performance.getMetrics');
	await session.detach();
	const of = (name) => metrics.find((metric) => metric.name === name).value;
	return { nodes: of('Nodes'), bytes: of('JSHeapUsedSize') };
}

for (const [place, ways] of [['start', [1]], ['middle', [-1, 1]], ['end', [-1]]]) {
	test(`long thread opens at its ${place}, and scrolls on in the same memory`, async () => {
		const { longThread } = scene;
		const number = { start: 1, middle: longThread.posts / 2 - 10, end: longThread.posts }[place];
		const page = await openAt(number, longThread);
		const { top } = await page.locator(`#post-${number}`).evaluate((post) => post.getBoundingClientRect());
		assert.ok(top >= 0 && top < 900, `the post is at ${top}`);
		// Its page, and those beside it if their posts are near.
		assert.ok((await numbers(page)).length <= 60);
		let from = number;
		for (const way of ways) {
			await walk(page, from, (way * PAGES) / 2);
			await eventually(async () => (await numbers(page)).length <= 120, 'The end of pages far away');
			const before = await memory(page);
			await walk(page, from, way * PAGES);
			await eventually(async () => (await numbers(page)).length <= 120, 'The end of pages far away');
			const after = await memory(page);
			assertConsecutive(await numbers(page));
			assert.ok(after.nodes < 1.5 * before.nodes, `${before.nodes} nodes became ${after.nodes}`);
			assert.ok(after.bytes < 1.5 * before.bytes, `${before.bytes} bytes became ${after.bytes}`);
			await assertUnmoved(page);
			await page.evaluate(() => (window.shifts.length = 0));
			from += way * 20 * PAGES;
		}
		await page.context().close();
	});
}
