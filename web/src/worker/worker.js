// The worker of members' browsers: keeps the files that pages are made of, the threads that were read
// last, and a page that says that there is no network. Signing out removes it with all that it keeps.

/** The caches, with the most entries of each. A change of what they mean changes their names. */
const MOST = { 'offline-1': 10, 'files-1': 60, 'read-1': 20 };

/** The style sheets and pictures of the offline page. */
const FILES = /\/_app\/immutable\/[\w./-]+\.css|(?<=<img [^>]{0,100}src=")\/[^"]+/g;

async function keep(name, request, response) {
	const cache = await caches.open(name);
	// The entry goes to the end, so that the ones that were not used for long are at the beginning.
	await cache.delete(request, { ignoreVary: true });
	await cache.put(request, response);
	const entries = await cache.keys();
	await Promise.all(entries.slice(0, Math.max(0, entries.length - MOST[name])).map((old) => cache.delete(old, { ignoreVary: true })));
}

const find = (name, request, options) => caches.open(name).then((cache) => cache.match(request, { ignoreVary: true, ...options }));

/** A part of the offline page; without it the browser tries the installation again at the next page. */
async function part(address, headers = {}) {
	const response = await fetch(address, { credentials: 'omit', headers });
	if (!response.ok) {
		throw new Error(`${address} answered ${response.status}`);
	}
	return response;
}

/** The page for guests, which names nobody, and its files; without a language, in that of the browser. */
async function keepOfflinePage(language) {
	const page = await part('/offline', language && { 'accept-language': language });
	const files = new Set((await page.clone().text()).match(FILES));
	await keep('offline-1', '/offline', page);
	await Promise.all([...files].map(async (file) => keep('offline-1', file, await part(file))));
}

/** A file whose name changes with its content. */
async function file(event) {
	const known = (await find('files-1', event.request)) ?? (await find('offline-1', event.request));
	if (known) {
		return known;
	}
	const response = await fetch(event.request);
	if (response.ok) {
		event.waitUntil(keep('files-1', event.request, response.clone()));
	}
	return response;
}

/** Keeps the offline page in the language of a page, which its reader may have chosen. */
async function followLanguage(response) {
	const language = response.headers.get('content-language');
	const kept = await find('offline-1', '/offline');
	if (language && kept?.headers.get('content-language') !== language) {
		await keepOfflinePage(language);
	}
}

/** The offline page with links to the threads that are kept, the latest first. */
async function offlinePage() {
	const offline = await find('offline-1', '/offline');
	const kept = await caches.open('read-1');
	const links = new Map();
	for (const request of (await kept.keys()).reverse()) {
		const { pathname } = new URL(request.url);
		const [, title] = (await (await kept.match(request, { ignoreVary: true })).text()).match(/<title>([^<]+)/) ?? [];
		if (title && !links.has(pathname)) {
			links.set(pathname, `<li><h2 class="thread-title"><a href="${pathname}" dir="auto">${title}</a></h2></li>`);
		}
	}
	return offline && new Response((await offline.text()).replace('id="kept">', (mark) => mark + [...links.values()].join('')), offline);
}

/** Forgets the threads that another person has read in this browser. */
async function forgetOthers(reader) {
	const kept = await caches.open('read-1');
	for (const request of await kept.keys()) {
		const copy = await kept.match(request, { ignoreVary: true });
		if (copy?.headers.get('x-parley-reader') !== reader) {
			await kept.delete(request, { ignoreVary: true });
		}
	}
}

/** Keeps a thread, or forgets one that its reader may not read any longer. */
async function keepThread(address, response) {
	if (response.ok) {
		await keep('read-1', address, response);
	} else if ([403, 404, 410].includes(response.status)) {
		await (await caches.open('read-1')).delete(address, { ignoreSearch: true, ignoreVary: true });
	}
}

async function page(event) {
	try {
		// The browser asks for the page while the worker starts, if it can.
		const response = (await event.preloadResponse) ?? (await fetch(event.request));
		event.waitUntil(followLanguage(response));
		const reader = response.headers.get('x-parley-reader');
		if (reader) {
			event.waitUntil(forgetOthers(reader));
		}
		if (!response.redirected && new URL(response.url).pathname.startsWith('/threads/')) {
			event.waitUntil(keepThread(event.request.url.split('#')[0], response.clone()));
		}
		return response;
	} catch {
		const address = event.request.url.split('#')[0];
		return (
			(await find('read-1', address)) ??
			(await find('read-1', address, { ignoreSearch: true })) ??
			(await offlinePage()) ??
			Response.error()
		);
	}
}

self.addEventListener('install', (event) => {
	event.waitUntil(keepOfflinePage().then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
	const others = async () => (await caches.keys()).filter((name) => !(name in MOST));
	event.waitUntil(
		others()
			.then((names) => Promise.all(names.map((name) => caches.delete(name))))
			.then(() => self.registration.navigationPreload?.enable())
			.then(() => self.clients.claim())
	);
});

self.addEventListener('fetch', (event) => {
	const { method, mode, url } = event.request;
	const { origin, pathname } = new URL(url);
	if (method !== 'GET' || origin !== self.location.origin) {
		return;
	}
	if (mode === 'navigate') {
		event.respondWith(page(event));
	} else if (pathname.startsWith('/_app/immutable/')) {
		event.respondWith(file(event));
	} else if (event.request.destination === 'image' && !self.navigator.onLine) {
		event.respondWith(find('offline-1', event.request).then((kept) => kept ?? Response.error()));
	}
});

/** A notification while no page is looked at; one that is looked at shows it itself. */
async function announce({ id, title, link, language }) {
	const pages = await self.clients.matchAll({ type: 'window' });
	if (pages.some(({ visibilityState }) => visibilityState === 'visible')) {
		return;
	}
	const address = new URL(link, self.location.origin);
	address.searchParams.set('notification', id);
	// The same notification comes again with later messages.
	await self.registration.showNotification(title, { tag: id, renotify: true, lang: language, icon: '/icon.svg', data: address.href });
}

/** Subscribes again, as the browser has ended a subscription by itself. */
async function renew({ options }) {
	const { endpoint, keys } = (await self.registration.pushManager.subscribe(options)).toJSON();
	await fetch('/settings/notifications/devices', { method: 'POST', body: new URLSearchParams({ endpoint, ...keys }) });
}

self.addEventListener('push', (event) => {
	if (event.data) {
		event.waitUntil(announce(event.data.json()));
	}
});

self.addEventListener('notificationclick', (event) => {
	event.notification.close();
	// Other pages stay, as somebody may be writing there.
	event.waitUntil(self.clients.openWindow(event.notification.data));
});

self.addEventListener('pushsubscriptionchange', (event) => {
	if (event.oldSubscription) {
		event.waitUntil(renew(event.oldSubscription));
	}
});
