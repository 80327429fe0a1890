import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import {
	LOOKS,
	PASSWORD,
	admin,
	api,
	assertAccessible,
	close,
	discussion,
	eventually,
	navigated,
	open,
	receiveWebhook,
	register,
	signIn,
	signInAt,
	site,
	staff,
	submit,
	unique
} from './forum.js';

/** The pages that there are, as the folders of `src/routes` name them. */
const ROUTES = (await readdir(new URL('../src/routes', import.meta.url), { recursive: true }))
	.filter((file) => /(^|[/\\])\+page\.svelte$/.test(file))
	.map((file) => `/${file.replaceAll('\\', '/').replace(/\/?\+page\.svelte$/, '')}`)
	.sort();

/** Pages whose scene is in another file, which checks them. */
const ELSEWHERE = { '/kept/[id]': 'kept.test.js' };

/** Pages for guests, and those that need more in their address than their path. */
const GUESTS = {
	'/register': '/register',
	'/forgot-password': '/forgot-password',
	'/reset-password': '/reset-password?token=t',
	'/verify-email': '/verify-email?token=t',
	'/confirm-email': '/confirm-email?token=t',
	'/restore-email': '/restore-email?token=t',
	'/restore-account': '/restore-account',
	'/appeal': '/appeal?token=t',
	'/setup': '/setup',
	'/offline': '/offline',
	'/kept': '/kept',
	'/sign-in/callback': '/sign-in/callback?error=access_denied'
};

const QUERIES = { '/search': '?q=thread', '/chat/search': '?q=message', '/moderation': '?status=all', '/moderation/reports': '?status=upheld' };

/** Pages that a guest reads, too, or that look another way with other values. */
const MORE = ['/explore?sort=top&window=day', '/administration/mails/templates/digest?language=ar', '/nothing'];

const isOf = (route) => new RegExp(`^${route.replaceAll(/\[\w+\]/g, '[^/]+')}$`);

/** A look whose colours another look of the same page shows, which take axe-core the longest. */
const shape = (look) => ({ ...look, without: ['color-contrast'] });

/** Half of a desk is what a page of 200 % shows. */
const ENLARGED = shape({ colorScheme: 'light', viewport: { width: 640, height: 450 } });

/** Pages share what surrounds them, so a page shows its colours at one width, and the next at the other. */
const TURNS = [
	[[LOOKS.lightDesk, LOOKS.darkPhone, ENLARGED], [LOOKS.lightPhone, LOOKS.darkDesk].map(shape)],
	[[LOOKS.darkDesk, LOOKS.lightPhone, ENLARGED], [LOOKS.darkPhone, LOOKS.lightDesk].map(shape)]
];

let endpoint;

before(async () => {
	endpoint = createServer((request, response) => request.resume().on('end', () => response.end()));
	await new Promise((resolve) => endpoint.listen(0, '127.0.0.1', resolve));
});

after(async () => {
	endpoint.close();
	await close();
});

const tokenOf = (person) => signIn(person.username, PASSWORD);

/** Fills the forum with one thing of each kind, of the reader or about the reader. */
async function furnish(reader) {
	const token = await tokenOf(reader);
	const [friend, judge] = [await register(), await staff('moderator')];
	const thread = await discussion({ token: friend.token }, 1);
	const own = await api('POST', '/posts', { threadId: thread.id, content: 'flagmeplease, or `code`' }, token);
	await api('PATCH', `/posts/${own.id}`, { content: 'flagmeplease, or **code**' }, token);
	await api('POST', '/threads', { category: thread.slug, title: unique('Tagged '), content: 'Text', tags: [unique('t')] }, token);
	await api('POST', `/posts/${own.id}/reports`, { reason: 'spam' }, friend.token);
	const theirs = await api('POST', '/posts', { threadId: thread.id, content: 'A reply of a friend' }, friend.token);

	const conversation = await eventually(
		() => api('POST', '/chat/conversations', { kind: 'direct', members: [friend.username] }, token).catch(() => null),
		'The conversation'
	);
	const message = await api('POST', `/chat/conversations/${conversation.id}/messages`, { text: 'A message with `code`' }, token);
	const heard = await api('POST', `/chat/conversations/${conversation.id}/messages`, { text: 'An answer to the message' }, friend.token);
	await api('PUT', `/chat/messages/${message.id}/reactions/${encodeURIComponent('👍')}`, undefined, friend.token);

	const post = await eventually(
		() => api('POST', '/social/posts', { text: 'A post with `code`', visibility: 'public' }, token).catch(() => null),
		'The post'
	);
	const comment = await api('POST', `/social/posts/${post.id}/comments`, { text: 'A comment' }, friend.token);
	await api('PUT', `/social/posts/${post.id}/reaction`, { kind: 'like' }, friend.token);

	const url = `http://127.0.0.1:${endpoint.address().port}/`;
	const hook = await api('POST', '/webhook/subscriptions', { url, events: ['thread.locked'] }, token);
	await api('POST', `/webhook/subscriptions/${hook.id}/test`, undefined, token);
	await receiveWebhook('not JSON');
	await api('POST', '/users/me/apps', { name: unique('App '), kind: 'service', scopes: ['threads:read'], password: PASSWORD }, token);
	await api('POST', '/admin/groups', { name: unique('Group ') }, token);
	const provider = { id: unique('p').slice(0, 20), kind: 'github', name: 'GitHub', clientId: 'id', clientSecret: 'secret', enabled: false };
	await api('POST', '/admin/identity-providers', { ...provider, password: PASSWORD }, token);
	const leaver = await register();
	await api('DELETE', '/users/me', { password: PASSWORD }, leaver.token);
	await api('POST', '/admin/auth-service/jobs/erase-accounts/runs', undefined, token);

	const judging = await tokenOf(judge);
	const found = await eventually(
		async () => (await api('GET', '/admin/cases?limit=100', undefined, judging)).find((one) => one.post?.id === own.id),
		'The case'
	);
	await api('POST', `/admin/cases/${found.id}/decide`, { decision: 'remove', note: 'No advertisements.' }, judging);
	return {
		thread,
		provider,
		paths: {
			'/posts/[id]/edit': `/posts/${own.id}/edit`,
			'/posts/[id]/delete': `/posts/${own.id}/delete`,
			'/posts/[id]/history': `/posts/${own.id}/history`,
			'/posts/[id]/report': `/posts/${theirs.id}/report`,
			'/threads/[id]/summary': `/threads/${thread.id}/summary`,
			'/threads/[id]/tools': `/threads/${thread.id}/tools?post=2`,
			'/chat/[id]': `/chat/${conversation.id}`,
			'/chat/[id]/members': `/chat/${conversation.id}/members`,
			'/chat/messages/[id]/edit': `/chat/messages/${message.id}/edit`,
			'/chat/messages/[id]/delete': `/chat/messages/${message.id}/delete`,
			'/chat/messages/[id]/report': `/chat/messages/${heard.id}/report`,
			'/social/posts/[id]': `/social/posts/${post.id}?replyTo=${comment.id}`,
			'/social/[kind]/[id]/edit': `/social/posts/${post.id}/edit`,
			'/social/[kind]/[id]/delete': `/social/posts/${post.id}/delete`,
			'/social/[kind]/[id]/reactions': `/social/posts/${post.id}/reactions`,
			'/social/[kind]/[id]/report': `/social/comments/${comment.id}/report`,
			'/moderation/invited/[username]': `/moderation/invited/${reader.username}`,
			'/categories/[slug]': `/categories/${thread.slug}`,
			'/categories/[slug]/new': `/categories/${thread.slug}/new`,
			'/categories/[slug]/programs': `/categories/${thread.slug}/programs`,
			'/threads/[id]': `/threads/${thread.id}`
		}
	};
}

/** Sends the forms whose pages have an address that no list leads to. */
async function fillIn(page, { thread }) {
	const paths = {};
	const here = () => new URL(page.url()).pathname;
	await page.goto('/settings/statements');
	await eventually(async () => {
		await page.reload();
		return page.locator('main .threads li a').count();
	}, 'The statement');
	await navigated(page, () => page.locator('main .threads li a').first().click());
	paths['/settings/statements/[id]'] = here();
	await page.fill('[name=text]', 'It was no advertisement.');
	await submit(page, 'main form button');
	await page.goto('/moderation/policies');
	await page.fill('form[action="/moderation/policies"] [name=name]', unique('Policy '));
	await submit(page, 'form[action="/moderation/policies"] button');
	const draft = here();
	Object.assign(paths, {
		'/moderation/policies/[id]': draft,
		'/moderation/policies/[id]/rules/[rule]': `${draft}/rules/0`,
		'/moderation/policies/[id]/terms': `${draft}/terms`,
		'/moderation/policies/[id]/document': `${draft}/document`,
		'/moderation/policies/[id]/try': `${draft}/try`
	});
	await submit(page, 'button[formaction="?/shadow"]');
	paths['/moderation/comparisons/[kind]/[id]'] = here();
	paths['/moderation/comparisons/[kind]'] = '/moderation/comparisons/shadow-runs';
	const other = await discussion({ token: await admin() });
	await page.goto(`/threads/${other.id}/tools`);
	await page.fill('form[action="?/merge"] [name=into]', thread.id);
	await submit(page, 'form[action="?/merge"] button');
	await submit(page, 'form[action="?/merge"] button.danger');
	paths['/moderation/works/[id]'] = here();
	for (const [route, list] of [
		['/administration/erasures/[id]', '/administration/erasures'],
		['/administration/queues/[service]/letters/[id]', '/administration/queues/webhook-service']
	]) {
		const link = page.locator(`tbody a[href^="${list}/"]:not([href$="/parked"])`).first();
		await eventually(async () => {
			await page.goto(list);
			return link.count();
		}, route);
		paths[route] = await link.getAttribute('href');
	}
	return paths;
}

test('every page is accessible: light, dark, on a phone, enlarged, from right to left and without its scripts', async (all) => {
	const reader = await staff('admin');
	const scene = await furnish(reader);
	const plain = await open();
	await signInAt(plain, reader);
	const paths = { ...scene.paths, ...(await fillIn(plain, scene)) };
	await plain.context().close();

	const page = await open({ javaScriptEnabled: true });
	await signInAt(page, reader);
	const guest = await open({ javaScriptEnabled: true });
	// The same pages in a language that is written from right to left, without their scripts.
	const bare = await open({ javaScriptEnabled: true, locale: 'ar' });
	await signInAt(bare, reader);
	const bareGuest = await open({ javaScriptEnabled: true, locale: 'ar' });
	for (const one of [bare, bareGuest]) {
		await one.context().addCookies([{ name: 'parley_language', value: 'ar', url: site }]);
		await one.route('**/_app/immutable/scripts/**', (route) => route.abort());
	}

	let turn = 0;
	const check = (path, [scripted, unscripted]) =>
		all.test(path, async () => {
			const [looks, shapes] = TURNS[turn++ % TURNS.length];
			await assertAccessible(scripted, path, looks);
			await assertAccessible(unscripted, path, shapes);
			assert.equal(await unscripted.getAttribute('html', 'dir'), 'rtl', path);
		});

	/** Notes where the links of a page lead to, if the address of a page is not known yet. */
	async function collect() {
		const links = await page.$$eval('a[href^="/"]', (found) => found.map((one) => new URL(one.href).pathname));
		for (const path of links.filter((one) => !ROUTES.includes(one))) {
			// The one with the fewest names in place of words is the one that answers.
			const [route] = ROUTES.filter((one) => one.includes('[') && isOf(one).test(path)).sort((one, other) => one.split('[').length - other.split('[').length);
			if (route) {
				paths[route] ??= path;
			}
		}
	}

	const left = new Set(ROUTES.filter((route) => !(route in ELSEWHERE)));
	for (const [route, path] of Object.entries(GUESTS)) {
		left.delete(route);
		await check(path, [guest, bareGuest]);
	}
	for (const route of [...left].filter((one) => !one.includes('['))) {
		left.delete(route);
		await check(route + (QUERIES[route] ?? ''), [page, bare]);
		await collect();
	}
	for (let route; (route = [...left].find((one) => one in paths)); ) {
		left.delete(route);
		await check(paths[route], [page, bare]);
		await collect();
	}
	assert.deepEqual([...left], [], 'no page leads to one of these, and the scene has none');
	for (const path of MORE) {
		await check(path, [page, bare]);
	}
	for (const path of ['/', '/categories', '/tags', `/categories/${scene.thread.slug}`, `/threads/${scene.thread.id}`, `/threads/${scene.thread.id}?view=tree`, `/people/${reader.username}`, '/explore', '/privacy']) {
		await check(path, [guest, bareGuest]);
	}
	await api('DELETE', `/admin/identity-providers/${scene.provider.id}`, undefined, await tokenOf(reader));
	await Promise.all([page, guest, bare, bareGuest].map((one) => one.context().close()));
});

for (const [route, file] of Object.entries(ELSEWHERE)) {
	test(`page ${route} is checked in ${file}`, async () => {
		assert.ok(ROUTES.includes(route));
		assert.match(await readFile(new URL(file, import.meta.url), 'utf8'), /assertAllAccessible/);
	});
}
