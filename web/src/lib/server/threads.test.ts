import { expect, it } from 'vitest';
import { lastNumber } from './threads.ts';

/** The last number of a thread of five posts that people see, by what the API answers about the end of the thread. */
function lastOf(numbers: number[], thread = 't'): Promise<number> {
	const response = { url: `http://gateway/api/v1/threads/${thread}/posts?around=9&limit=1` };
	const forum = { GET: async () => ({ data: { data: numbers.map((number) => ({ number })) }, response }) };
	return lastNumber({ locals: { api: { forum } } } as unknown as Parameters<typeof lastNumber>[0], { id: 't', replyCount: 4 });
}

it('last post has its number whatever was removed before it', async () => {
	expect(await lastOf([500])).toBe(500);
});

it('thread whose end was split off ends with its own posts', async () => {
	expect(await lastOf([300], 'other')).toBe(5);
	expect(await lastOf([])).toBe(5);
});

it('failure leaves the number of posts', async () => {
	const forum = { GET: () => Promise.reject(new Error('503')) };
	const event = { locals: { api: { forum } } } as unknown as Parameters<typeof lastNumber>[0];
	expect(await lastNumber(event, { id: 't', replyCount: 4 })).toBe(5);
});
