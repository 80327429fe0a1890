import { expect, it, vi } from 'vitest';
import { PATCH } from './+server.ts';

it.each([
	['A graph', 200, 204],
	['A graph', 422, 422],
	['', 200, 204]
])('picture is described before it is sent, by %j', async (alt, status, expected) => {
	const patch = vi.fn(async () => ({ response: new Response(null, { status }) }));
	const event = {
		params: { id: 'm' },
		request: new Request('https://forum.example/media/m', { method: 'PATCH', body: new URLSearchParams({ alt }) }),
		locals: { session: {}, api: { media: { PATCH: patch } } }
	};
	const answer = await PATCH(event as unknown as Parameters<typeof PATCH>[0]);
	expect(answer.status).toBe(expected);
	expect(patch.mock.calls).toEqual([['/api/v1/media/{id}', { params: { path: { id: 'm' } }, body: { alt } }]]);
});
