import { beforeAll, expect, it } from 'vitest';
import { sessionCookie, toSession } from '#lib/server/session.ts';
import { actions as appearance } from './appearance/+page.server.ts';
import { actions as profile } from './profile/+page.server.ts';

beforeAll(() => {
	Object.assign(process.env, {
		PARLEY_PUBLIC_URL: 'https://forum.example.org',
		PARLEY_GATEWAY_URI: 'http://127.0.0.1:1',
		PARLEY_WEB_SECRET: 's',
		PARLEY_WEB_KEY: Buffer.alloc(32, 1).toString('base64')
	});
});

/** A session whose access token has a name. */
const sessionOf = (refreshToken: string) =>
	toSession(`e30.${Buffer.from(JSON.stringify({ name: 'Ann', exp: 9 })).toString('base64url')}.`, refreshToken, 'api');

it.each([
	['name', profile.profile],
	['time zone', appearance.default]
])('new %s is stored with the tokens that its call has renewed', async (_, change) => {
	const account = { displayName: 'Ann B.', timeZone: 'Asia/Seoul' };
	const locals = { language: 'en', session: sessionOf('used'), api: { auth: { PATCH: async () => renew() } } };
	const renew = () => {
		locals.session = sessionOf('next');
		return { data: { data: account }, response: new Response() };
	};
	const jar = new Map<string, string>();
	const cookies = { get: (name: string) => jar.get(name), set: (name: string, value: string) => jar.set(name, value) };
	const request = new Request('https://forum.example.org/settings', { method: 'POST', body: new URLSearchParams(account) });
	await change?.({ request, locals, cookies } as never);
	expect(await sessionCookie.read(cookies)).toMatchObject({ refreshToken: 'next' });
});
