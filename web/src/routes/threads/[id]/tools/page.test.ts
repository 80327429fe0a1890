import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import Page from './+page.svelte';

it.each([
	['open', true],
	['archived', false]
])('%s thread offers what changes it: %s', (status, offers) => {
	const thread = { id: 't', title: 'Tomatoes', category: 'c', status, tags: [] };
	const data = { language: 'en', timeZone: 'UTC', thread, moderates: true, tag: '', categories: [{ slug: 'c', name: 'C' }], from: 0, posts: [], key: 'k' };
	const page = { data, form: null, url: new URL('https://forum.example/threads/t/tools') };
	const { body } = render(Page, { props: { data, form: null } as never, context: new Map([['__request__', { page }]]) });
	for (const action of ['rename', 'move', 'merge', 'split', 'remove']) {
		expect(body.includes(`action="?/${action}"`)).toBe(offers);
	}
});
