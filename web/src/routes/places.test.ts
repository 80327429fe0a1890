import { isRedirect, type Actions } from '@sveltejs/kit';
import { beforeAll, expect, it } from 'vitest';
import { actions as bookmarks } from './bookmarks/+page.server.ts';
import { actions as category } from './categories/[slug]/+page.server.ts';
import { actions as drafts } from './drafts/+page.server.ts';
import { actions as followed } from './settings/following/+page.server.ts';
import { actions as tag } from './tags/[tag]/+page.server.ts';

beforeAll(() => {
	Object.assign(process.env, {
		PARLEY_PUBLIC_URL: 'https://forum.example',
		PARLEY_GATEWAY_URI: 'http://127.0.0.1:1',
		PARLEY_WEB_SECRET: 's',
		PARLEY_WEB_KEY: Buffer.alloc(32, 1).toString('base64')
	});
});

const write = async () => ({ response: new Response() });

it.each([
	['/bookmarks?cursor=c', bookmarks, 'default'],
	['/drafts?cursor=c', drafts, 'default'],
	['/settings/following?cursor=c', followed, 'default'],
	['/categories/garden?/follow&sort=top&cursor=c', category, 'follow'],
	['/tags/balcony?/follow&sort=top&cursor=c', tag, 'follow']
])('the form of the list at %s leads back to it', async (address, actions, name) => {
	const url = new URL(address, 'https://forum.example');
	const request = new Request(url, { method: 'POST', body: new URLSearchParams({ id: 'one', kind: 'thread', level: 'none' }) });
	const params = { slug: 'garden', tag: 'balcony' };
	const event = { url, request, params, locals: { language: 'en', session: {}, api: { forum: { PUT: write, DELETE: write } } } };
	const answer = Promise.resolve((actions as unknown as Actions)[name]?.(event as never));
	await expect(answer).rejects.toSatisfy((thrown) => isRedirect(thrown) && thrown.location === address.replace('/follow&', ''));
});
