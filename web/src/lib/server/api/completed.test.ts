import { expect, it } from 'vitest';
import { completed } from './completed.ts';

const problem = (code: string, headers = {}) => Response.json({ code }, { status: 409, headers });
const form = (headers = {}) =>
	new Request('http://api.example/posts', { method: 'POST', body: '{"content":"Hello"}', headers });
const keyed = () => form({ 'idempotency-key': 'a' });

/** Answers one after the other, and keeps what was sent and how long was waited. */
function api(...answers: Response[]) {
	const sent: string[] = [];
	const waits: number[] = [];
	return {
		sent,
		waits,
		send: async (request: Request) => {
			sent.push(await request.text());
			return answers.shift() ?? problem('idempotency.in-progress');
		},
		wait: async (milliseconds: number) => waits.push(milliseconds)
	};
}

it('answer of the first request is waited for', async () => {
	const { sent, waits, send, wait } = api(
		problem('idempotency.in-progress'),
		problem('idempotency.in-progress', { 'retry-after': '3' }),
		Response.json({ data: 1 }, { status: 201 })
	);
	expect((await completed(keyed(), send, 10_000, wait)).status).toBe(201);
	expect(sent).toEqual(Array(3).fill('{"content":"Hello"}'));
	expect(waits).toEqual([1000, 3000]);
});

it('other answers are final', async () => {
	for (const answer of [Response.json({}), problem('thread.locked'), new Response('no JSON', { status: 409 })]) {
		const { waits, send, wait } = api(answer);
		expect(await completed(keyed(), send, 10_000, wait)).toBe(answer);
		expect(waits).toEqual([]);
	}
});

it('request without a key is sent once', async () => {
	const { sent, send, wait } = api();
	expect((await completed(form(), send, 10_000, wait)).status).toBe(409);
	expect(sent).toHaveLength(1);
});

it('patience ends, and the refusal can be read', async () => {
	const { waits, send, wait } = api();
	const answer = await completed(keyed(), send, 2500, wait);
	expect(await answer.json()).toEqual({ code: 'idempotency.in-progress' });
	expect(waits).toEqual([1000, 1000]);
});
