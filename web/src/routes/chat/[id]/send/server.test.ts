import { expect, it } from 'vitest';
import { POST } from './+server.ts';

it('refusal says what is wrong with the text', async () => {
	const problem = { code: 'request.invalid', errors: [{ field: 'text', code: 'storable-text', message: 'must have 0 to 4000 printable characters' }] };
	const chat = { POST: async () => ({ error: problem, response: new Response(null, { status: 400 }) }) };
	const request = new Request('https://forum.example/chat/c/send', { method: 'POST', body: new URLSearchParams({ text: 'a'.repeat(4001), clientId: 'id' }) });
	const event = { request, params: { id: 'c' }, locals: { session: {}, language: 'en', api: { chat } } };
	const answer = (await (await POST(event as never)).json()) as { code: string; reason: string };
	expect(answer.code).toBe('request.invalid');
	expect(answer.reason).toBe('Write at most 4,000 characters.');
});
