import { createRawSnippet } from 'svelte';
import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import Layout from './+layout.svelte';

it.each([
	['none', false, 'follow', 'Follow'],
	['none', true, 'follow', 'Ask to follow'],
	['requested', true, 'unfollow', 'Withdraw the request to follow'],
	['requested', false, 'follow', 'Follow'],
	['following', true, 'unfollow', 'Unfollow']
])('reader whose relation is "%s" to an account (private: %s) may %s', (following, privateAccount, action, text) => {
	const profile = { username: 'ann', displayName: 'Ann', createdAt: '2026-01-01T00:00:00Z' };
	const person = { counts: { posts: 0, followers: 0, following: 0 }, privateAccount, relation: { following } };
	const data = { language: 'en', timeZone: 'UTC', user: { username: 'ben' }, profile, person, reputation: 0 };
	const props = { data, children: createRawSnippet(() => ({ render: () => '<p></p>' })) };
	const page = { data, url: new URL('https://forum.example/people/ann'), form: null };
	const { body } = render(Layout, { props: props as never, context: new Map([['__request__', { page }]]) });
	const [, form = ''] = body.split(`action="/people/ann?/${action}"`);
	expect(form.slice(0, form.indexOf('</form>'))).toContain(`>${text}</button>`);
});
