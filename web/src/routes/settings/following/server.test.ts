import { expect, it } from 'vitest';
import { actions } from './+page.server.ts';

it('refusal to stop following is shown on the page of the list', async () => {
	const address = 'https://forum.example/settings/following';
	const event = {
		url: new URL(address),
		request: new Request(address, { method: 'POST', body: new URLSearchParams({ kind: 'thread', id: 'a' }) }),
		locals: { language: 'en', session: {}, api: { forum: { PUT: async () => ({ response: new Response(null, { status: 429 }) }) } } }
	};
	const answer = await actions.default?.(event as unknown as Parameters<NonNullable<typeof actions.default>>[0]);
	expect(answer).toMatchObject({ status: 429, data: { refusal: { code: 'http.429' } } });
});
