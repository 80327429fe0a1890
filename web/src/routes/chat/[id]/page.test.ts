import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import Page from './+page.svelte';

it.each([
	['ben', true],
	['deleted', false]
])('heading of a conversation with %s leads to a profile: %s', (username, leads) => {
	const members = [{ id: 'a', username: 'ann', displayName: 'Ann' }, { id: 'b', username, displayName: 'Ben' }];
	const conversation = { id: 'c', kind: 'direct', name: null, members, memberCount: 2, unreadCount: 0 };
	const data = { language: 'en', timeZone: 'UTC', user: { username: 'ann' }, conversation, messages: [], readers: [], others: [], people: {}, answered: null };
	const page = { data, url: new URL('https://forum.example/chat/c') };
	const { body } = render(Page, { props: { data, form: null } as never, context: new Map([['__request__', { page }]]) });
	expect(/<h1 id="talk"[^>]*><a /.test(body.replaceAll(/<!--[^>]*-->/g, ''))).toBe(leads);
});
