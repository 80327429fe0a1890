import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { removePosts } from './start.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Removes posts by requests that take some seconds each; the last of some is the last one. */
async function remove(requests: number, seconds: number) {
	let sent = 0;
	const DELETE = async () => {
		sent++;
		vi.setSystemTime(Date.now() + seconds * 1000);
		return { data: { data: { removed: 200, next: sent < requests ? 'p' : null } }, response: new Response() };
	};
	const { refused, isRest } = await removePosts({ locals: { api: { forum: { DELETE } } } } as never, 'spammer');
	return { refused, isRest, sent };
}

it.each([
	['few posts', 1, 3, 1, false],
	['many posts', 4, 3, 4, false],
	['more than a page can wait for', 100, 3, 5, true],
	['the last in the last second', 5, 3, 5, false]
])('removes %s', async (_, requests, seconds, sent, isRest) => {
	expect(await remove(requests, seconds)).toEqual({ refused: null, isRest, sent });
});

it.each([
	[404, false],
	[503, true]
])('removing posts that answers %d is refused: %s', async (status, isRefused) => {
	const DELETE = async () => ({ error: {}, response: new Response(null, { status }) });
	const { refused, isRest } = await removePosts({ locals: { api: { forum: { DELETE } } } } as never, 'spammer');
	expect([refused !== null, isRest]).toEqual([isRefused, false]);
});
