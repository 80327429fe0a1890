import { beforeAll, expect, it, vi } from 'vitest';
import { backOfSignIn, ownPath, refreshAtProvider, returnPath } from './provider.ts';
import { seal, type Session } from './session.ts';

vi.mock('$app/server', () => ({ getRequestEvent: () => ({ getClientAddress: () => '192.0.2.7' }) }));

const SITE = 'https://forum.example.org';

beforeAll(() => {
	Object.assign(process.env, {
		PARLEY_PUBLIC_URL: SITE,
		PARLEY_GATEWAY_URI: 'http://127.0.0.1:1',
		PARLEY_WEB_SECRET: 's',
		PARLEY_WEB_KEY: Buffer.alloc(32, 1).toString('base64')
	});
});

it.each([
	['/threads/1?post=2#post-2', '/threads/1?post=2#post-2'],
	['/search?q=//evil.example', '/search?q=//evil.example'],
	['/a/../threads/1', '/threads/1'],
	['/people/größe', '/people/gr%C3%B6%C3%9Fe'],
	['//evil.example/', '/'],
	['/\\evil.example', '/'],
	['/\t/evil.example', '/'],
	['/.//evil.example', '/'],
	['/..//evil.example', '/'],
	['/a/..//evil.example', '/'],
	['/%2e//evil.example', '/'],
	['/%2E%2e/\\evil.example', '/'],
	['/./\\evil.example', '/'],
	['/.\n//evil.example', '/'],
	['/./\r/\t/evil.example', '/'],
	['\\\\evil.example', '/'],
	[' //evil.example', '/'],
	['\u0000//evil.example', '/'],
	['https://evil.example/', '/'],
	['https:evil.example', '/'],
	['//user@forum.example.org/', '/'],
	['//[::1', '/'],
	['javascript:alert(1)', '/'],
	['', '/'],
	[null, '/']
])('%j leads to %s', (given, path) => {
	expect(ownPath(given)).toBe(path);
});

it('never leads a browser to another site', () => {
	const parts = ['/', '\\', '.', '..', '%2e', '\t', '\n', 'a', '@', ':', '?', '#', '//evil.example'];
	for (const one of parts) {
		for (const two of parts) {
			for (const three of parts) {
				const path = ownPath(`/${one}${two}${three}//evil.example/x`);
				expect(new URL(path, SITE).origin, path).toBe(SITE);
				// As the header of a redirect is read once more.
				expect(new URL(new URL(path, SITE).pathname, SITE).origin, path).toBe(SITE);
			}
		}
	}
});

it.each([
	['/register?return=/threads/1%3Fpost=2', null, '/threads/1?post=2'],
	['/register?return=/threads/1', `${SITE}/threads/2`, '/threads/1'],
	['/register', `${SITE}/threads/2?post=3`, '/threads/2?post=3'],
	['/register', `${SITE}/sign-in/callback?code=x`, '/'],
	['/register', `${SITE}/register`, '/'],
	['/register?return=/register', null, '/'],
	['/register?return=/oauth2/authorize%3Fclient_id=a', null, '/oauth2/authorize?client_id=a'],
	['/register', 'https://evil.example/threads/2', '/'],
	['/register?return=https://evil.example', null, '/'],
	['/register?return=/.//evil.example', `${SITE}/threads/2`, '/'],
	['/register', 'about:blank', '/'],
	['/register', null, '/'],
	['/register', `${SITE}/oauth2/login`, '/threads/9'],
	['/register?return=/oauth2/login', null, '/threads/9'],
	['/register?return=/oauth2/authorize%3Fclient_id=parley-web%26state=x', null, '/threads/9'],
	['/register?return=/oauth2/authorize%3Fclient_id=parley-web%26state=y', null, '/threads/8']
])('%s after %s returns to %s', async (address, referer, path) => {
	const request = new Request(SITE, { headers: referer ? { referer } : {} });
	const cookies = await begun({ state: 'x', back: '/threads/9' }, { state: 'y', back: '/threads/8' });
	expect(await returnPath({ url: new URL(address, SITE) as never, request, cookies })).toBe(path);
});

/** The cookies of a browser that has begun these sign-ins, the newest first. */
async function begun(...signIns: { state: string; back: string }[]) {
	const all = signIns.map((one) => ({ ...one, verifier: '', nonce: '' }));
	const sealed = await seal(Buffer.alloc(32, 1), 'sign_ins', all, 60);
	return { get: () => sealed } as never;
}

it.each([
	['of the first tab', 'a', '/threads/1'],
	['of the second tab', 'b', '/threads/2'],
	['that is unknown', 'c', '/threads/2'],
	['without a state', null, '/threads/2']
])('a sign-in %s returns to its page', async (_, state, path) => {
	const cookies = await begun({ state: 'b', back: '/threads/2' }, { state: 'a', back: '/threads/1' });
	expect(await backOfSignIn(cookies, state)).toBe(path);
});

it('a browser that has begun no sign-in returns to the home page', async () => {
	expect(await backOfSignIn({ get: () => undefined } as never, 'a')).toBe('/');
});

it('the provider is called for a reader, as limits count by address', async () => {
	const called = vi.fn<(url: URL, request: { headers: Headers }) => Promise<Response>>(async (url) =>
		url.pathname === '/oauth2/token'
			? Response.json({ error: 'invalid_grant' }, { status: 400 })
			: Response.json({ issuer: SITE, token_endpoint: `${SITE}/oauth2/token` })
	);
	vi.stubGlobal('fetch', called);
	expect(await refreshAtProvider({ refreshToken: 'ended' } as Session)).toBeNull();
	const [, request] = called.mock.calls.find(([url]) => url.pathname === '/oauth2/token') ?? [];
	expect(request?.headers.get('x-forwarded-for')).toBe('192.0.2.7');
});
