import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import Page from './+page.svelte';

it.each([
	[[], true],
	[[{ id: 'p' }], false]
])('message with the pictures %j needs a text: %s', (attachments, required) => {
	const data = { language: 'en', tag: '"1"', message: { id: 'm', text: 'A caption', attachments } };
	const page = { data, url: new URL('https://forum.example/chat/messages/m/edit') };
	const { body } = render(Page, { props: { data, form: null } as never, context: new Map([['__request__', { page }]]) });
	expect(/<textarea[^>]* required/.test(body)).toBe(required);
});
