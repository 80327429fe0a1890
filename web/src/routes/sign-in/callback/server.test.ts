import { beforeAll, expect, it } from 'vitest';
import { load } from './+page.server.ts';

beforeAll(() => {
	Object.assign(process.env, {
		PARLEY_PUBLIC_URL: 'https://forum.example.org',
		PARLEY_GATEWAY_URI: 'http://127.0.0.1:1',
		PARLEY_WEB_SECRET: 's',
		PARLEY_WEB_KEY: Buffer.alloc(32, 1).toString('base64')
	});
});

/** Opens the address to which a provider returned a browser whose sign-in is completed or of another site. */
const open = (session: object | null) =>
	load({
		url: new URL('https://forum.example.org/sign-in/callback?code=c&state=used'),
		cookies: { get: () => undefined },
		locals: { session },
		setHeaders: () => undefined
	} as never);

it('somebody who is signed in and goes back leaves the sign-in behind', async () => {
	await expect(open({})).rejects.toMatchObject({ status: 303, location: '/' });
});

it('guest reads that the sign-in was not completed', async () => {
	expect(await open(null)).toEqual({ back: '/' });
});
