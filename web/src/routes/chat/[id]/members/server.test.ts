import { expect, it, vi } from 'vitest';
import { actions } from './+page.server.ts';

it.each([
	[' ', { description: 'For the garden.' }],
	['Garden', { name: 'Garden', description: 'For the garden.' }]
])('description of a group with the name "%s" can be changed', async (name, body) => {
	const PATCH = vi.fn(async () => ({ data: {}, response: new Response() }));
	const request = new Request('https://forum.example/chat/c/members', { method: 'POST', body: new URLSearchParams({ name, description: 'For the garden.', tag: '' }) });
	const event = { url: new URL(request.url), params: { id: 'c' }, request, locals: { session: {}, api: { chat: { PATCH } } } };
	await actions.edit?.(event as never);
	expect(PATCH).toHaveBeenCalledWith(expect.anything(), expect.objectContaining({ body }));
});
