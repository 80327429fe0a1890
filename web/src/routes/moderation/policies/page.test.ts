import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import Page from './+page.svelte';

const one = { id: 'p', name: 'Stricter', status: 'draft', version: 0, changedAt: '2026-11-01T10:00:00Z' };

it.each(['', '?status=draft', '?status=draft&cursor=a%3D'])('form of the page %j keeps the page and the chosen base when it is refused', (query) => {
	const data = { language: 'en', timeZone: 'UTC', user: { username: 'ann' }, policies: [one], changes: [], shown: 'draft', key: 'k', next: null, prev: null };
	const form = { refusal: { code: 'request.invalid', message: '', fields: { name: 'No.' } }, values: { name: '', basedOn: 'p' } };
	const page = { data, form, url: new URL(`/moderation/policies${query}`, 'https://forum.example') };
	const { body } = render(Page, { props: { data, form } as never, context: new Map([['__request__', { page }]]) });
	expect(body.replaceAll('&amp;', '&')).toContain(`action="/moderation/policies${query}"`);
	expect(body).toMatch(/<option value="p" selected/);
});
