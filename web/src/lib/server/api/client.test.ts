import { beforeAll, expect, it, vi } from 'vitest';
import { apiFor } from './client.ts';

beforeAll(() => {
	Object.assign(process.env, {
		PARLEY_PUBLIC_URL: 'https://forum.example.org',
		PARLEY_GATEWAY_URI: 'http://127.0.0.1:1',
		PARLEY_WEB_SECRET: 's',
		PARLEY_WEB_KEY: Buffer.alloc(32, 1).toString('base64')
	});
});

const READER = { address: '127.0.0.1', userAgent: 'x', language: 'en', accessToken: 'old', correlationId: null, fresh: false };

async function change(statusOfOld: number, next: string | null | undefined, challenge: string) {
	const sent: string[] = [];
	vi.stubGlobal('fetch', async (request: Request) => {
		const token = request.headers.get('authorization');
		sent.push(`${token} ${await request.text()}`);
		return Response.json({}, { status: token === 'Bearer old' ? statusOfOld : 200, headers: { 'www-authenticate': challenge } });
	});
	const reader = next === undefined ? READER : { ...READER, renew: async () => next };
	const { response } = await apiFor(reader).auth.DELETE('/api/v1/users/me', { body: { password: 'p' } as never });
	return { status: response.status, sent };
}

it('request goes on whose new token has ended, too', async () => {
	const sent: string[] = [];
	vi.stubGlobal('fetch', async (request: Request) => {
		const token = request.headers.get('authorization') ?? '';
		sent.push(token);
		return Response.json({}, { status: token === 'Bearer older' ? 200 : 401, headers: { 'www-authenticate': INVALID } });
	});
	const reader = { ...READER, renew: async (refused: string) => (refused === 'old' ? 'new' : 'older') };
	const { response } = await apiFor(reader).auth.DELETE('/api/v1/users/me', { body: { password: 'p' } as never });
	expect(response.status).toBe(200);
	expect(sent).toEqual(['Bearer old', 'Bearer new', 'Bearer older']);
});

const OLD = 'Bearer old {"password":"p"}';
const INVALID = 'Bearer error="invalid_token", error_description="Revoked"';
const NEW = 'Bearer new {"password":"p"}';

it.each([
	['a token that ended before its session', 401, 'new', 200, [OLD, NEW], INVALID],
	['a session that has ended', 401, null, 401, [OLD], INVALID],
	['no session', 401, undefined, 401, [OLD], INVALID],
	['another refusal', 403, 'new', 403, [OLD], INVALID],
	['an accepted request', 200, 'new', 200, [OLD], INVALID],
	['a wrong code', 401, 'new', 401, [OLD], 'Bearer']
] as const)('%s', async (_, statusOfOld, next, status, sent, challenge) => {
	expect(await change(statusOfOld, next, challenge)).toEqual({ status, sent });
});

it.each([
	['/api/v1/users/me/export', false],
	['/api/v1/users/me', true]
] as const)('the time of %s ends while its body is read: %s', async (path, ends) => {
	vi.useFakeTimers();
	const timeout = vi.spyOn(AbortSignal, 'timeout').mockImplementation((milliseconds) => {
		const controller = new AbortController();
		setTimeout(() => controller.abort(), milliseconds);
		return controller.signal;
	});
	let signal: AbortSignal | null | undefined;
	vi.stubGlobal('fetch', async (_: Request, options: RequestInit) => {
		signal = options.signal;
		return new Response('{}');
	});
	await apiFor(READER).auth.GET(path as never, { parseAs: 'stream' } as never);
	vi.advanceTimersByTime(60_000);
	expect(signal?.aborted).toBe(ends);
	timeout.mockRestore();
	vi.useRealTimers();
});

it('waits ten seconds until a file begins', async () => {
	vi.useFakeTimers();
	vi.stubGlobal('fetch', (_: Request, { signal }: RequestInit) =>
		new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))
	);
	const answer = expect(apiFor(READER).auth.GET('/api/v1/users/me/export')).rejects.toThrow('No answer in time');
	await vi.advanceTimersByTimeAsync(10_000);
	await answer;
	vi.useRealTimers();
});
