import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import ErrorPage from './+error.svelte';

/** The page of an error, for a member. */
function shown(status: number, error: object): string {
	const data = { language: 'en', user: { username: 'ann' } };
	const page = { data, status, error, form: null, params: {}, url: new URL('https://forum.example/chat/c') };
	return render(ErrorPage, { context: new Map([['__request__', { page }]]) }).body;
}

it('address of a conversation of others says that it is for members, and leads to the rooms', () => {
	const body = shown(404, { code: 'conversation.not-found', message: 'You are not a member.' });
	expect(body).toContain('You are not a member.');
	expect(body).toContain('href="/chat/rooms"');
	expect(body).not.toContain('<form');
});

it('room that is open to its reader can be joined', () => {
	const body = shown(404, { code: 'conversation.not-found', message: 'It is open to you.', room: { id: 'r', name: 'Growers' } });
	expect(body).toMatch(/<h1>Growers<\/h1>.*It is open to you\..*action="\/chat\/rooms\?\/join".*value="r"/s);
});

it('other address without a page says nothing else', () => {
	const body = shown(404, { code: 'thread.not-found', message: 'This thread does not exist.' });
	expect(body).toContain('There is nothing at this address.');
	expect(body).not.toContain('/chat/rooms');
});
