import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import Page from './+page.svelte';

const person = { id: 'b', username: 'ben', displayName: 'Ben' };
const conversation = { id: 'c', kind: 'group', name: 'Garden', description: 'For the garden.', ownerId: 'b', members: [] };
const members = [{ person, joinedAt: '2026-11-30T12:49:00Z' }];

function shown(mayEdit: boolean, form: object | null = null): string {
	const data = { language: 'en', timeZone: 'UTC', user: { username: 'ann' }, conversation, members, presence: {}, mayEdit, next: null, prev: null };
	const page = { data, form, url: new URL(`https://forum.example/chat/c/members${form ? '?/edit' : ''}`) };
	return render(Page, { props: { data, form } as never, context: new Map([['__request__', { page }]]) }).body;
}

it('members read the whole description, and since when others are members', () => {
	const body = shown(false);
	expect(body).toContain('For the garden.');
	expect(body).toContain('Member since Nov 30, 2026');
});

it('outdated form keeps what was written beside what somebody else has stored', () => {
	const refusal = { code: 'request.precondition-failed', message: '', fields: {} };
	const body = shown(true, { refusal, values: { name: 'Allotment', description: 'For the garden.' } });
	expect(body).toMatch(/value="Allotment".*stored now: <bdi[^>]*>Garden</s);
	expect(body.match(/stored now/g)).toHaveLength(1);
});
