import { beforeAll, expect, it } from 'vitest';
import { actions } from './+page.server.ts';

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
