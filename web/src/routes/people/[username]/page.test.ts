import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import Page from './+page.svelte';

it.each([
	[0, 'Nothing has been written yet.', '/'],
	[2, 'No threads or replies yet.', '/people/ann/posts']
])('person without posts in the forum and with %d in the feed', (posts, text, href) => {
	const profile = { username: 'ann', displayName: 'Ann', createdAt: '2026-01-01T00:00:00Z' };
	const data = { language: 'en', timeZone: 'UTC', origin: 'https://forum.example', brand: {}, profile, person: { counts: { posts } }, posts: [], next: null, prev: null };
	const page = { data, url: new URL('https://forum.example/people/ann') };
	const { body } = render(Page, { props: { data } as never, context: new Map([['__request__', { page }]]) });
	expect(body).toContain(text);
	expect(body).toContain(`href="${href}"`);
});
