import { afterEach, beforeEach, expect, it, vi } from 'vitest';

const socket = vi.hoisted(() => ({
	auth: vi.fn<(send: (data: object) => void) => void>(),
	connect: vi.fn(),
	disconnect: vi.fn(),
	on: vi.fn()
}));

vi.mock('socket.io-client', () => ({ io: ({ auth }: Pick<typeof socket, 'auth'>) => Object.assign(socket, { auth }) }));

beforeEach(async () => {
	vi.useFakeTimers();
	vi.resetModules();
	vi.clearAllMocks();
	vi.stubGlobal('document', { getElementById: () => ({ dataset: { since: '7' } }), querySelector: () => null });
	await import('./connection.ts');
});

afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

/** What the page of a member sends to the socket after such an answer to its request for a token. */
async function sentAfter(answer: () => Promise<Response>): Promise<object[]> {
	vi.stubGlobal('fetch', answer);
	const send = vi.fn();
	socket.auth(send);
	await vi.advanceTimersByTimeAsync(0);
	return send.mock.calls.map(([data]) => data as object);
}

it('member has a token, and only a session that has ended makes a guest', async () => {
	expect(await sentAfter(async () => Response.json({ token: 'a' }))).toEqual([{ token: 'a', offset: 7 }]);
	expect(await sentAfter(async () => Response.json({}, { status: 401 }))).toEqual([{ offset: 7 }]);
	expect(socket.disconnect).not.toHaveBeenCalled();
});

it.each([
	['503', async () => Response.json({}, { status: 503 })],
	['429', async () => Response.json({}, { status: 429 })],
	['lost', () => Promise.reject(new TypeError('Failed to fetch'))]
])('member whose token is not available (%s) connects later, and not as a guest', async (_, answer) => {
	expect(await sentAfter(answer)).toEqual([]);
	expect(socket.disconnect).toHaveBeenCalledOnce();
	expect(socket.connect).not.toHaveBeenCalled();
	await vi.runAllTimersAsync();
	expect(socket.connect).toHaveBeenCalledOnce();
});
