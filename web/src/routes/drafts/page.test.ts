import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import Page from './+page.svelte';

const url = new URL('https://forum.example/drafts');

it('reply names its thread', () => {
	const draft = { id: 'd', threadId: 't', threadTitle: 'Which tomatoes?', title: null, category: null, content: 'Mine', tags: [], updatedAt: '2026-01-01T00:00:00Z' };
	const data = { language: 'en', drafts: [draft], next: null, prev: null };
	const { body } = render(Page, { props: { data } as never, context: new Map([['__request__', { page: { data, url } }]]) });
	expect(body).toContain('Which tomatoes?');
});

it('text of a draft can be read whose place may be closed', () => {
	const content = `Long enough ${'to be shortened '.repeat(20)}\nin the name of the draft.`;
	const draft = { id: 'd', threadId: 't', title: null, category: null, content, tags: [], updatedAt: '2026-01-01T00:00:00Z' };
	const data = { language: 'en', drafts: [draft], next: null, prev: null };
	const { body } = render(Page, { props: { data } as never, context: new Map([['__request__', { page: { data, url } }]]) });
	expect(body).toContain(content);
});
