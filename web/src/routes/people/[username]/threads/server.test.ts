import { isHttpError } from '@sveltejs/kit';
import { expect, it } from 'vitest';
import { load } from './+page.server.ts';

type Event = Parameters<typeof load>[0];

/** The page of a person's threads, which the API answers with a status. */
function pageAt(status: number) {
	const GET = () => Promise.resolve({ error: {}, response: new Response(null, { status }) });
	const url = new URL('https://forum.example/people/alice/threads');
	const event = { url, params: { username: 'alice' }, request: new Request(url), locals: { language: 'en', session: null, api: { forum: { GET } } } };
	return load(event as unknown as Event);
}

it('person whom the forum does not know yet has no threads', async () => {
	expect(await pageAt(404)).toMatchObject({ threads: [], next: null, prev: null });
});

it.each([429, 503])('page says %i if the threads cannot be read', async (status) => {
	const failure = await Promise.resolve(pageAt(status)).catch((thrown: unknown) => thrown);
	expect(isHttpError(failure) && failure.status).toBe(status);
});
