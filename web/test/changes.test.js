import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { admin, api, close, eventually, open, register, signInAt, submit, unique } from './forum.js';

let root;
let alice;
let bob;
let carol;

before(async () => {
	[root, alice, bob, carol] = await Promise.all([admin(), register(), register(), register()]);
});

after(close);

/** A category with a thread of Alice's, to which Bob has replied with a mention of Carol. */
async function aThread() {
	const slug = unique('c');
	const [category, title, words] = [unique('Category'), unique('Title'), unique('words')];
	await api('POST', '/categories', { slug, name: category }, root);
	const thread = await api('POST', '/threads', { category: slug, title, content: 'The first post.' }, alice.token);
	const reply = await api('POST', '/posts', { threadId: thread.id, content: `${words} for @${carol.username}` }, bob.token);
	await api('PUT', `/posts/${reply.id}/bookmark`, undefined, carol.token);
	return { slug, category, title, words, thread: thread.id, reply: reply.id };
}

const PLACES = {
	home: () => '/',
	category: ({ slug }) => `/categories/${slug}`,
	thread: ({ thread }) => `/threads/${thread}`,
	'search for the title': ({ title }) => `/search?q=${title}`,
	'search for the words': ({ words }) => `/search?q=${words}`,
	'profile of the author': () => `/people/${alice.username}`,
	'replies of the writer': () => `/people/${bob.username}/replies`,
	sitemap: () => '/sitemap.xml',
	'feed of the category': ({ slug }) => `/api/v1/feeds/categories/${slug}`,
	'feed of the thread': ({ thread }) => `/api/v1/feeds/threads/${thread}`,
	bookmarks: () => '/bookmarks',
	notifications: () => '/notifications'
};

const OF_MEMBERS = ['bookmarks', 'notifications'];

/**
 * What changes, what a place shows afterwards, and what it does not show any longer. Guests read all
 * places but those of members.
 */
const CHANGES = [
	{
		name: 'a thread is renamed',
		change: (it) => api('PATCH', `/threads/${it.thread}`, { title: it.newTitle }, alice.token),
		shows: { home: 'newTitle', category: 'newTitle', thread: 'newTitle', 'search for the words': 'newTitle', 'profile of the author': 'newTitle', 'replies of the writer': 'newTitle', 'feed of the category': 'newTitle', 'feed of the thread': 'newTitle', bookmarks: 'newTitle', notifications: 'newTitle' },
		hides: { home: 'title', category: 'title', thread: 'title', 'search for the words': 'title', 'profile of the author': 'title', 'replies of the writer': 'title', 'feed of the category': 'title', bookmarks: 'title', notifications: 'title' }
	},
	{
		name: 'a category is renamed',
		change: (it) => api('PATCH', `/categories/${it.slug}`, { name: it.newCategory }, root),
		shows: { category: 'newCategory', thread: 'newCategory', 'search for the words': 'newCategory', 'profile of the author': 'newCategory' },
		hides: { home: 'category', category: 'category', thread: 'category', 'search for the words': 'category', 'profile of the author': 'category' }
	},
	{
		name: 'a category is closed to guests and members',
		change: (it) => api('PATCH', `/categories/${it.slug}`, { read: 'moderators' }, root),
		hides: { home: 'category', category: 'category', thread: 'title', 'search for the words': 'thread', 'profile of the author': 'title', 'replies of the writer': 'title', sitemap: 'thread', 'feed of the category': 'title', bookmarks: 'title', notifications: 'title' }
	},
	{
		name: 'a thread moves to a category of members',
		change: async (it) => {
			const slug = unique('m');
			await api('POST', '/categories', { slug, name: unique('Members'), read: 'members' }, root);
			await api('POST', `/threads/${it.thread}/move`, { category: slug }, root);
		},
		shows: { bookmarks: 'title', notifications: 'title' },
		hides: { home: 'title', category: 'title', thread: 'title', 'search for the words': 'thread', 'profile of the author': 'title', 'replies of the writer': 'title', sitemap: 'thread', 'feed of the category': 'title', 'feed of the thread': 'title' }
	},
	{
		name: 'a reply is edited',
		change: (it) => api('PATCH', `/posts/${it.reply}`, { content: `${it.newWords} for @${carol.username}` }, bob.token),
		shows: { thread: 'newWords', 'replies of the writer': 'newWords', 'feed of the thread': 'newWords', bookmarks: 'newWords' },
		hides: { thread: 'words', 'search for the words': 'thread', 'replies of the writer': 'words', 'feed of the thread': 'words', bookmarks: 'words' }
	},
	{
		name: 'a reply is deleted',
		change: (it) => api('DELETE', `/posts/${it.reply}`, undefined, bob.token),
		hides: { thread: 'words', 'search for the words': 'thread', 'replies of the writer': 'words', 'feed of the thread': 'words', bookmarks: 'words', notifications: 'title' }
	},
	{
		name: 'a thread is removed',
		change: (it) => api('DELETE', `/threads/${it.thread}`, undefined, root),
		hides: { home: 'title', category: 'title', thread: 'title', 'search for the words': 'thread', 'profile of the author': 'title', 'replies of the writer': 'title', sitemap: 'thread', 'feed of the category': 'title', bookmarks: 'title', notifications: 'title' }
	},
	{
		name: 'the writer has another name',
		change: (it) => api('PATCH', '/users/me', { displayName: it.newName }, bob.token),
		shows: { thread: 'newName', 'replies of the writer': 'newName', 'search for the words': 'newName', 'feed of the thread': 'newName', bookmarks: 'newName', notifications: 'newName', category: 'newName' },
		hides: {}
	}
];

for (const { name, change, shows = {}, hides } of CHANGES) {
	test(`after ${name}, all places agree`, async () => {
		const it = { ...(await aThread()), newTitle: unique('Renamed'), newWords: unique('other'), newCategory: unique('Other'), newName: unique('Name') };
		const guest = await open();
		const member = await open();
		await signInAt(member, carol);
		const look = async (place) => {
			const { request } = (OF_MEMBERS.includes(place) ? member : guest).context();
			return (await request.get(PLACES[place](it))).text();
		};
		await eventually(async () => (await look('search for the words')).includes(it.thread), 'The thread in the search');
		await eventually(async () => (await look('notifications')).includes(it.title), 'The notification');
		// What was read before is not remembered.
		await Promise.all(Object.keys(PLACES).map(look));
		await change(it);
		for (const [place, what] of Object.entries(shows)) {
			await eventually(async () => (await look(place)).includes(it[what]), `${it[what]} (${what}) in ${place}`);
		}
		for (const [place, what] of Object.entries(hides)) {
			await eventually(async () => !(await look(place)).includes(it[what]), `No ${it[what]} (${what}) in ${place}`);
		}
		await Promise.all([guest, member].map((page) => page.context().close()));
	});
}

test('former address of a category leads to its new one', async () => {
	const { slug, title } = await aThread();
	const renamed = unique('r');
	await api('PATCH', `/categories/${slug}`, { slug: renamed }, root);
	const page = await open();
	await eventually(async () => {
		await page.goto(`/categories/${slug}?sort=newest`);
		return new URL(page.url()).pathname + new URL(page.url()).search === `/categories/${renamed}?sort=newest`;
	}, 'The new address at each instance');
	assert.equal(await page.locator('main', { hasText: title }).count(), 1);
	await page.context().close();
});

test('own name changes in the bar of the page that changed it', async () => {
	const person = await register();
	const page = await open();
	await signInAt(page, person, '/settings/profile');
	const name = unique('Name');
	await page.fill('[name=displayName]', name);
	await submit(page, 'form[action="?/profile"] button');
	await page.goto('/');
	assert.match(await page.locator('header .mine summary').textContent(), new RegExp(name));
	await page.context().close();
});

test('read notification and thread are read in another tab, too', async () => {
	const it = await aThread();
	const page = await open();
	await signInAt(page, carol, '/notifications');
	await eventually(async () => {
		await page.goto('/notifications');
		return page.locator(`main a[href*="${it.thread}"]`).count();
	}, 'The notification');
	const other = await page.context().newPage();
	await other.goto(await page.locator(`main a[href*="${it.thread}"]`).first().getAttribute('href'));
	await eventually(async () => {
		await page.goto('/notifications?unread=true');
		return (await page.locator(`main a[href*="${it.thread}"]`).count()) === 0;
	}, 'The notification is read');
	await page.goto(`/categories/${it.slug}`);
	assert.equal(await page.locator('li.unread').count(), 0);
	await page.context().close();
});
