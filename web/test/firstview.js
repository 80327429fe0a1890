/** The largest first views of a thread page of 20 posts, compressed, in bytes. */
export const LIMITS = { guest: 40 * 1024, writer: 90 * 1024 };

/** An emulated slow phone: slow 4G and a processor four times slower. */
const SLOW_PHONE = {
	network: { offline: false, latency: 150, downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: (750 * 1024) / 8 },
	processor: 4
};

/** A page of this site that shows text and nothing else, so that a new process is ready to draw. */
const PLAIN = '/robots.txt';

/** The wait until an interaction is reported, in milliseconds. */
const SETTLED = 500;

/** Resolves when the thread is live and its last change is on the screen. */
const READY = `new Promise((done) => {
	const posts = document.getElementById('posts');
	const check = () => {
		if (posts.dataset.live === 'true') {
			requestAnimationFrame(() => requestAnimationFrame(() => done()));
		}
	};
	new MutationObserver(check).observe(posts, { attributes: true });
	check();
})`;

/** Collects in the page what only observers learn. */
function observe() {
	window.seen = { shift: 0, paint: 0, interaction: 0 };
	const on = (type, note, more = {}) =>
		new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true, ...more });
	on('layout-shift', (entry) => (window.seen.shift += entry.hadRecentInput ? 0 : entry.value));
	on('largest-contentful-paint', (entry) => (window.seen.paint = entry.startTime));
	on('event', (entry) => (window.seen.interaction = Math.max(window.seen.interaction, entry.duration)), {
		durationThreshold: 16
	});
}

/**
 * Opens an address in a page that has loaded nothing of it, and returns what the reader waits for:
 * bytes of all answers without their heads, the time of the largest paint and of the main thread
 * in milliseconds, and the layout shift. The browser's own start, the helpers of the test, and
 * other programs on the machine are no part of the time of the main thread.
 */
export async function firstView(page, path, { slow = false } = {}) {
	await page.goto(PLAIN);
	const session = await page.context().newCDPSession(page);
	await session.send('Network.enable');
	await session.send('Network.setCacheDisabled', { cacheDisabled: true });
	await session.send('Performance.enable', { timeDomain: 'threadTicks' });
	if (slow) {
		await session.send('Network.emulateNetworkConditions', SLOW_PHONE.network);
		await session.send('Emulation.setCPUThrottlingRate', { rate: SLOW_PHONE.processor });
	}
	const heads = new Map();
	let bytes = 0;
	let requests = 0;
	session.on('Network.responseReceived', ({ requestId, response }) => heads.set(requestId, response.encodedDataLength));
	session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
		requests++;
		bytes += encodedDataLength - (heads.get(requestId) ?? 0);
	});
	await page.addInitScript(observe);
	const mainThread = async () => {
		const { metrics } = await session.send('Performance.getMetrics');
		return 1000 * metrics.find(({ name }) => name === 'TaskDuration').value;
	};
	const before = await mainThread();
	await page.goto(path, { waitUntil: 'load' });
	await session.send('Runtime.evaluate', { expression: READY, awaitPromise: true });
	const busy = (await mainThread()) - before;
	const { shift, paint } = await page.evaluate(() => window.seen);
	return { bytes, requests, paint, busy, shift };
}

/**
 * Taps an element, and returns the longest time from an input to the paint that shows its effect,
 * in milliseconds; 0 below 16.
 */
export async function tapped(page, selector) {
	const element = page.locator(selector).first();
	await element.scrollIntoViewIfNeeded();
	const { x, y, width, height } = await element.boundingBox();
	// Only the input itself, without the checks that a tap of the test adds to the page.
	await page.touchscreen.tap(x + width / 2, y + height / 2);
	await page.waitForTimeout(SETTLED);
	return page.evaluate(() => window.seen.interaction);
}
