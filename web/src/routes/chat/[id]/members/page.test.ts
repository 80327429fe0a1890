import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import Page from './+page.svelte';

it('members read the whole description, and since when others are members', () => {
	const person = { id: 'b', username: 'ben', displayName: 'Ben' };
	const conversation = { id: 'c', kind: 'group', name: 'Garden', description: 'For the garden.', ownerId: 'b', members: [] };
	const members = [{ person, joinedAt: '2026-11-30T12:49:00Z' }];
	const data = { language: 'en', timeZone: 'UTC', user: { username: 'ann' }, conversation, members, presence: {}, mayEdit: false, next: null, prev: null };
	const page = { data, form: null, url: new URL('https://forum.example/chat/c/members') };
	const { body } = render(Page, { props: { data, form: null } as never, context: new Map([['__request__', { page }]]) });
	expect(body).toContain('For the garden.');
	expect(body).toContain('Member since Nov 30, 2026');
});
