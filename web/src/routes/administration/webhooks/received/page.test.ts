import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import List from './+page.svelte';
import One from './[id]/+page.svelte';

const receipt = { id: 'r1', provider: 'smtp', eventId: 'e1', status: 'processed', type: 'mail', summary: 'refused: The mail is to another address.', refusal: null, times: 1, attempts: 1, error: null, receivedAt: '2026-11-01T10:00:00Z', lastAt: null };

it.each([
	[List, { receipts: [receipt], query: {}, next: null, prev: null, refusal: null }],
	[One, { receipt }]
])('page says what became of a received mail', (Page, own) => {
	const data = { language: 'en', timeZone: 'UTC', user: { username: 'admin' }, ...own };
	const page = { data, url: new URL('https://forum.example/administration/webhooks/received') };
	const html = render(Page as typeof One, { props: { data, form: null } as never, context: new Map([['__request__', { page }]]) }).body;
	expect(html).toContain('refused: The mail is to another address.');
});
