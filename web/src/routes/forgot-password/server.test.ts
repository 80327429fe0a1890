import { beforeAll, expect, it, vi } from 'vitest';
import { apiFor } from '#lib/server/api/client.ts';
import { actions } from './+page.server.ts';

type Event = Parameters<NonNullable<typeof actions.default>>[0];

beforeAll(() => {
	Object.assign(process.env, {
		PARLEY_PUBLIC_URL: 'https://forum.example.org',
		PARLEY_GATEWAY_URI: 'http://127.0.0.1:1',
		PARLEY_WEB_SECRET: 's',
		PARLEY_WEB_KEY: Buffer.alloc(32, 1).toString('base64')
	});
});

it.each([
	[{ '__Secure-parley_page_device': 'AB-c_1', parley_web_session: 'x' }, '__Secure-parley_page_device=AB-c_1'],
	[{ parley_page_device: 'AB-c_1' }, null],
	[{ '__Secure-parley_page_device': 'a; parley_refresh=b' }, null],
	[{}, null]
])('the known device of %j has its own limit of mails', async (cookies: Record<string, string>, sent) => {
	const fetched = vi.fn<(request: Request) => Promise<Response>>(async () => new Response(null, { status: 202 }));
	vi.stubGlobal('fetch', fetched);
	const body = new URLSearchParams({ email: 'ann@example.org' });
	const event = {
		request: new Request('https://forum.example.org/forgot-password', { method: 'POST', body }),
		cookies: { get: (name: string) => cookies[name] },
		locals: { api: apiFor({ address: '192.0.2.7', userAgent: '', language: 'en', accessToken: null, correlationId: null, fresh: false }) }
	};
	expect(await actions.default?.(event as unknown as Event)).toMatchObject({ done: true });
	expect(fetched.mock.calls[0]?.[0].headers.get('cookie')).toBe(sent);
});

it.each([
	['ann@example.org', { email: 'ann@example.org' }],
	['ann', { username: 'ann' }],
	['@ann', { username: '@ann' }],
	['', { email: '' }]
])('%j asks for the account as %j', async (email, sent) => {
	const fetched = vi.fn<(request: Request) => Promise<Response>>(async () => new Response(null, { status: 202 }));
	vi.stubGlobal('fetch', fetched);
	const event = {
		request: new Request('https://forum.example.org/forgot-password', { method: 'POST', body: new URLSearchParams({ email }) }),
		cookies: { get: () => undefined },
		locals: { api: apiFor({ address: '192.0.2.7', userAgent: '', language: 'en', accessToken: null, correlationId: null, fresh: false }) }
	};
	await actions.default?.(event as unknown as Event);
	expect(await fetched.mock.calls[0]?.[0].json()).toEqual(sent);
});
