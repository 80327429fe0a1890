import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import { keepPlace } from '#lib/server/reader.ts';
import Page from './+page.svelte';

const one = { id: 'c', status: 'open', target: { kind: 'post' }, content: 'Buy now', openedAt: '2026-11-01T10:00:00Z', reasons: [], reports: [] };

it.each([
	['/moderation', 'open', '?/decide'],
	['/moderation?cursor=a%3D', 'open', '?/decide&cursor=a%3D'],
	['/moderation?status=claimed&cursor=a', 'claimed', '?/decide&status=claimed&cursor=a']
])('decision about cases of %s is answered with the same page of them', (address, shown, expected) => {
	const data = { language: 'en', timeZone: 'UTC', user: { username: 'ann' }, cases: [one], shown, next: null, prev: null };
	const page = { data, url: new URL(address, 'https://forum.example') };
	const { body } = render(Page, { props: { data, form: null } as never, context: new Map([['__request__', { page }]]) });
	expect(keepPlace(body, page.url).replaceAll('&amp;', '&')).toContain(`action="${expected}"`);
});

it.each([
	['', null, 0, '/moderation?chosen=all', '/moderation?cursor=n'],
	['?status=open&cursor=a', null, 0, '/moderation?status=open&cursor=a&chosen=all', '/moderation?status=open&cursor=n'],
	['?status=open&chosen=all', null, 2, '/moderation?status=open', '/moderation?status=open&cursor=n'],
	['?/decide&chosen=all', { outcome: { decided: 1, refused: [] } }, 0, '/moderation?chosen=all', '/moderation?cursor=n']
])('page %s with the answer %j has %i chosen cases, links to %s, and goes on at %s', (search, form, count, choosing, next) => {
	const data = { language: 'en', timeZone: 'UTC', user: { username: 'ann' }, cases: [one, { ...one, id: 'd' }], shown: 'open', next: 'n', prev: null };
	const page = { data, form, url: new URL(`/moderation${search}`, 'https://forum.example') };
	const { body } = render(Page, { props: { data, form } as never, context: new Map([['__request__', { page }]]) });
	expect(body.match(/<input[^>]* checked/g)?.length ?? 0).toBe(count);
	expect(body.replaceAll('&amp;', '&')).toContain(`href="${choosing}"`);
	expect(body.replaceAll('&amp;', '&')).toContain(`href="${next}"`);
});
