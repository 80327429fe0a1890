import { beforeAll, expect, it } from 'vitest';
import { ownPath } from './provider.ts';

beforeAll(() => {
	Object.assign(process.env, {
		PARLEY_PUBLIC_URL: 'https://forum.example.org',
		PARLEY_GATEWAY_URI: 'http://127.0.0.1:1',
		PARLEY_WEB_SECRET: 's',
		PARLEY_WEB_KEY: Buffer.alloc(32, 1).toString('base64')
	});
});

it.each([
	['/threads/1?post=2#post-2', '/threads/1?post=2#post-2'],
	['//evil.example/', '/'],
	['/\\evil.example', '/'],
	['/\t/evil.example', '/'],
	['https://evil.example/', '/'],
	['javascript:alert(1)', '/'],
	[null, '/']
])('%s leads to %s', (given, path) => {
	expect(ownPath(given)).toBe(path);
});
