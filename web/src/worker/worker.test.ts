import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import worker from './worker.js?raw';

/** Lets a worker handle an event, in a browser that has these parts; returns what it answers and waits for. */
async function handle(name: string, event: object, browser: object): Promise<unknown[]> {
	const listeners = new Map<string, (event: object) => void>();
	const self = { addEventListener: (type: string, listener: (event: object) => void) => listeners.set(type, listener), ...browser };
	runInNewContext(worker, { self, ...browser });
	const work: unknown[] = [];
	const wait = (one: unknown) => void work.push(one);
	listeners.get(name)?.({ ...event, waitUntil: wait, respondWith: wait });
	// Work that has begun may add more.
	const results: unknown[] = [];
	for (const one of work) {
		results.push(await one);
	}
	return results;
}

it('notification opens a page of its own, as somebody may be writing in another one', async () => {
	const opened: string[] = [];
	const clients = {
		matchAll: () => Promise.reject(new Error('A page is replaced')),
		openWindow: async (address: string) => opened.push(address)
	};
	const address = 'https://forum.example.org/threads/1?notification=2';
	await handle('notificationclick', { notification: { data: address, close: () => undefined } }, { clients });
	expect(opened).toEqual([address]);
});

it.each(['/offline', '/_app/immutable/assets/app.css'])('worker is not installed while %s is refused', async (refused) => {
	const fetch = async (path: string) => new Response(path === '/offline' ? '<link href="/_app/immutable/assets/app.css">' : '', { status: path === refused ? 503 : 200 });
	const cache = { delete: async () => true, put: async () => undefined, keys: async () => [] };
	const browser = { fetch, caches: { open: async () => cache }, skipWaiting: () => undefined };
	await expect(handle('install', {}, browser)).rejects.toThrow(`${refused} answered 503`);
});

it('notification that comes again is heard again', async () => {
	const showNotification = async (title: string, options: object) => void shown.push([title, options]);
	const shown: [string, object][] = [];
	const data = { json: () => ({ id: 'n', title: '2 messages', link: '/chat/c', language: 'en' }) };
	const browser = {
		URL,
		clients: { matchAll: async () => [] },
		location: { origin: 'https://forum.example.org' },
		registration: { showNotification }
	};
	await handle('push', { data }, browser);
	expect(shown).toEqual([['2 messages', expect.objectContaining({ tag: 'n', renotify: true })]]);
});

it.each([
	['en', 'ar', ['ar']],
	['ar', 'ar', []]
])('offline page that was kept in %s is in %s after a page of that language', async (before, chosen, expected) => {
	const site = 'https://forum.example.org';
	const pageIn = (language: string) => new Response('', { headers: { 'content-language': language } });
	const fetch = async (_: string, { headers }: { headers: Record<string, string> }) => pageIn(headers['accept-language'] ?? '');
	const kept: (string | null)[] = [];
	const put = async (_: string, response: Response) => void kept.push(response.headers.get('content-language'));
	const cache = { match: async () => pageIn(before), delete: async () => true, put, keys: async () => [] };
	const read = Object.defineProperty(pageIn(chosen), 'url', { value: site });
	const event = { request: { method: 'GET', mode: 'navigate', url: site }, preloadResponse: Promise.resolve(read) };
	await handle('fetch', event, { URL, fetch, caches: { open: async () => cache }, location: { origin: site } });
	expect(kept).toEqual(expected);
});

it.each([
	[200, 'bob', ['https://forum.example.org/threads/1']],
	[200, 'carol', []],
	[200, null, ['https://forum.example.org/threads/1']],
	[404, 'bob', []],
	[503, 'bob', ['https://forum.example.org/threads/1']]
])('a thread that bob has read here, after a page with status %i for %s, leaves %j', async (status, reader, expected) => {
	const site = 'https://forum.example.org';
	const pageFor = (person: string | null, code = 200) => new Response('', { status: code, headers: person ? { 'x-parley-reader': person } : {} });
	const kept = new Map([[`${site}/threads/1`, pageFor('bob')]]);
	const addressOf = (request: string | { url: string }) => (typeof request === 'string' ? request : request.url);
	const cache = {
		match: async (request: string | { url: string }) => kept.get(addressOf(request)),
		delete: async (request: string | { url: string }) => kept.delete(addressOf(request)),
		put: async () => undefined,
		keys: async () => [...kept.keys()].map((url) => ({ url }))
	};
	const url = status === 200 ? `${site}/` : `${site}/threads/1`;
	const read = Object.defineProperty(pageFor(reader, status), 'url', { value: url });
	const event = { request: { method: 'GET', mode: 'navigate', url }, preloadResponse: Promise.resolve(read) };
	await handle('fetch', event, { URL, caches: { open: async () => cache }, location: { origin: site } });
	expect([...kept.keys()]).toEqual(expected);
});

it('offline page links to each thread that is kept, the latest first', async () => {
	const site = 'https://forum.example.org';
	const pages = new Map([
		['/threads/1/a', '<title>Old &amp; read</title>'],
		['/threads/2/b', '<title>Price: $&amp;</title>'],
		['/threads/1/a?post=3', '<title>Old &amp; read</title>']
	]);
	const keys = async () => [...pages.keys()].map((path) => ({ url: site + path }));
	const match = async (request: string | { url: string }) => {
		const address = typeof request === 'string' ? request : request.url;
		const text = address === '/offline' ? '<ul class="threads" id="kept"></ul>' : pages.get(address.replace(site, ''));
		return text === undefined ? undefined : new Response(text);
	};
	const event = { request: { method: 'GET', mode: 'navigate', url: `${site}/elsewhere` } };
	const fetch = () => Promise.reject(new Error('There is no network'));
	const browser = { URL, Response, fetch, caches: { open: async () => ({ match, keys }) }, location: { origin: site } };
	const [answer] = (await handle('fetch', event, browser)) as [Response];
	const html = await answer.text();
	expect(html.match(/<a [^]*?<\/a>/g)).toEqual(['<a href="/threads/1/a" dir="auto">Old &amp; read</a>', '<a href="/threads/2/b" dir="auto">Price: $&amp;</a>']);
});
