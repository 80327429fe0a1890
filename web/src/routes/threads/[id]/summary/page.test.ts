import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import Page from './+page.svelte';

it('sentences of a summary stand apart from the numbers of posts before them', () => {
	const sentences = [
		{ text: 'I want tomatoes.', posts: [1, 2] },
		{ text: 'So do I.', posts: [3] }
	];
	const data = { language: 'en', timeZone: 'UTC', user: null, end: 3, thread: { id: 't', title: 'Tomatoes' }, summary: { status: 'ready', engine: 'extractive', coveredThrough: 3, sentences } };
	const page = { data, url: new URL('https://forum.example/threads/t/summary') };
	const { body } = render(Page, { props: { data, form: null } as never, context: new Map([['__request__', { page }]]) });
	expect(body.replaceAll(/<[^>]*>/g, '').replaceAll(/\s+/g, ' ')).toContain('I want tomatoes. #1, #2 So do I. #3');
});
