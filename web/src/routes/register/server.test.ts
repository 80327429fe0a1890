import { beforeAll, expect, it, vi } from 'vitest';
import { sessionCookie } from '#lib/server/session.ts';
import { actions, load } from './+page.server.ts';

type Event = Parameters<NonNullable<typeof actions.password>>[0];

beforeAll(() => {
	Object.assign(process.env, {
		PARLEY_PUBLIC_URL: 'https://forum.example.org',
		PARLEY_GATEWAY_URI: 'http://127.0.0.1:1',
		PARLEY_WEB_SECRET: 's',
		PARLEY_WEB_KEY: Buffer.alloc(32, 1).toString('base64')
	});
});

it.each(['password', 'options'] as const)('newcomer whose browser fills in the trap of robots keeps what was typed for the %s', async (way) => {
	const given = { name: 'Eva', username: 'eva', email: 'eva@example.org', invitation: 'token', return: '/threads/1' };
	const body = new URLSearchParams({ ...given, website: 'https://eva.example.org' });
	const event = {
		request: new Request('https://forum.example.org/register', { method: 'POST', body }),
		locals: { language: 'en' }
	};
	expect(await actions[way]?.(event as unknown as Event)).toMatchObject({ status: 400, data: { values: given } });
});

it.each(['password', 'passkey'] as const)('newcomer who sends the form for the %s twice reads that the account is registered', async (way) => {
	const body = new URLSearchParams({ username: 'eva', email: 'eva@example.org', return: '/threads/1', credential: '{}' });
	const answer = { error: { code: 'idempotency.done' }, response: new Response(null, { status: 409 }) };
	const event = {
		request: new Request('https://forum.example.org/register', { method: 'POST', body }),
		locals: { language: 'en', api: { auth: { POST: async () => answer } } }
	};
	expect(await actions[way]?.(event as unknown as Event)).toEqual({ done: true, repeated: true, back: '/threads/1' });
});

it.each([
	['password', 'America/New_York', { data: { data: { timeZone: 'America/New_York' } } }, 'America/New_York'],
	['passkey', 'America/New_York', { data: { data: { timeZone: 'America/New_York' } } }, 'America/New_York'],
	['password', 'Mars/Olympus', { error: { code: 'request.invalid' } }, undefined],
	['password', '', null, undefined]
] as const)('newcomer with a %s in the zone "%s" begins with it if it is known', async (way, timeZone, answer, stored) => {
	const claims = Buffer.from(JSON.stringify({ sub: '1', preferred_username: 'eva', exp: 1 })).toString('base64url');
	const accessToken = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${claims}.`;
	const registered = { data: { data: { accessToken, refreshToken: 'r' } }, response: new Response(null, { status: 201 }) };
	const PATCH = vi.fn(async () => answer);
	const write = vi.spyOn(sessionCookie, 'write').mockResolvedValue();
	const body = new URLSearchParams({ username: 'eva', email: 'eva@example.org', credential: '{}', timeZone });
	const event = {
		request: new Request('https://forum.example.org/register', { method: 'POST', body }),
		locals: { language: 'en', api: { auth: { POST: async () => registered } }, apiWith: () => ({ auth: { PATCH } }) }
	};
	await expect(actions[way]?.(event as unknown as Event)).rejects.toMatchObject({ status: 303 });
	expect(PATCH.mock.calls).toEqual(answer ? [['/api/v1/users/me', { body: { timeZone } }]] : []);
	expect(write.mock.lastCall?.[1]).toMatchObject({ timeZone: stored });
});

it.each([
	['open', false, true],
	['invitation', false, true],
	['closed', false, false],
	['invitation', true, false],
	['open', undefined, false]
])('newcomer to a forum that is %s, whose link is valid: %s, reads that the invitation is unknown: %s', async (mode, invited, expected) => {
	const answer = async (path: string) => ({ data: { data: path === '/api/v1/auth/registration' ? { mode, invited } : [] } });
	const GET = vi.fn<(path: string, init?: object) => ReturnType<typeof answer>>(answer);
	const event = {
		url: new URL(`https://forum.example.org/register?token=${'t'.repeat(101)}`),
		request: new Request('https://forum.example.org/register'),
		cookies: { get: () => undefined },
		setHeaders: vi.fn(),
		locals: { language: 'en', session: null, api: { auth: { GET } } }
	};
	const data = await load(event as unknown as Parameters<typeof load>[0]);
	expect(GET).toHaveBeenCalledWith('/api/v1/auth/registration', { params: { query: { invitation: 't'.repeat(100) } } });
	expect(data).toMatchObject({ refusal: expected ? { fields: { invitation: expect.stringContaining('unknown') } } : null });
});
