import { expect, it } from 'vitest';
import { POST } from './+server.ts';

/** Saves a position; the service answers so to that, and to the question for what is unread. */
async function answerOf(status: number, messages: () => Promise<object>): Promise<Response> {
	const chat = { PUT: async () => ({ response: new Response(null, { status }) }), GET: messages };
	const request = new Request('https://forum.example/chat/c/read', { method: 'POST', body: new URLSearchParams({ seq: '7' }) });
	return POST({ request, params: { id: 'c' }, locals: { session: {}, api: { chat } } } as never);
}

it('page that has saved a position learns how many messages are unread now', async () => {
	const answer = await answerOf(204, async () => ({ data: { data: { messages: 2 } } }));
	expect(await answer.json()).toEqual({ messages: 2 });
});

it('position is saved though the number is not known, and refused as the service refuses it', async () => {
	const saved = await answerOf(204, () => Promise.reject(new Error('503')));
	expect([saved.status, await saved.json()]).toEqual([200, {}]);
	expect((await answerOf(404, async () => ({}))).status).toBe(404);
});
