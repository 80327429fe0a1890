import { expect, it } from 'vitest';
import { actions } from './+page.server.ts';

it('name of a member who cannot be added stays in the form', async () => {
	const address = 'https://forum.example/administration/groups/a?/add';
	const event = {
		url: new URL(address),
		params: { id: 'a' },
		request: new Request(address, { method: 'POST', body: new URLSearchParams({ username: 'nobody' }) }),
		locals: {
			language: 'en',
			session: { user: { roles: ['admin'] } },
			api: { auth: { PUT: async () => ({ response: new Response(null, { status: 404 }) }) } }
		}
	};
	const answer = await actions.add?.(event as unknown as Parameters<NonNullable<typeof actions.add>>[0]);
	expect(answer).toMatchObject({ status: 404, data: { values: { username: 'nobody' } } });
});
