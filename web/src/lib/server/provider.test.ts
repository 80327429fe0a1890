import { beforeAll, expect, it } from 'vitest';
import { ownPath, returnPath } from './provider.ts';
import { seal } from './session.ts';

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
	['/register?return=/oauth2/authorize%3Fclient_id=parley-web%26state=x', null, '/threads/9']
])('%s after %s returns to %s', async (address, referer, path) => {
	const back = { verifier: '', state: '', nonce: '', back: '/threads/9' };
	const sealed = await seal(Buffer.alloc(32, 1), 'sign_in', back, 60);
	const request = new Request(SITE, { headers: referer ? { referer } : {} });
	const cookies = { get: () => sealed } as never;
	expect(await returnPath({ url: new URL(address, SITE) as never, request, cookies })).toBe(path);
});
