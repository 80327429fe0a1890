import { isRedirect } from '@sveltejs/kit';
import { beforeAll, expect, it } from 'vitest';
import { GET } from './+server.ts';

const SITE = 'https://forum.example:8443';

beforeAll(() => {
	Object.assign(process.env, {
		PARLEY_PUBLIC_URL: SITE,
		PARLEY_GATEWAY_URI: 'http://127.0.0.1:1',
		PARLEY_WEB_SECRET: 's',
		PARLEY_WEB_KEY: Buffer.alloc(32, 1).toString('base64')
	});
});

/** Asks for the page at this address, and returns where it leads. */
async function ask(address: string): Promise<string> {
	const headers: Record<string, string> = {};
	const event = {
		url: new URL(address),
		locals: { session: {} },
		setHeaders: (added: Record<string, string>) => Object.assign(headers, added)
	};
	try {
		await GET(event as unknown as Parameters<typeof GET>[0]);
	} catch (thrown) {
		if (isRedirect(thrown)) {
			expect(thrown.status).toBe(303);
			return thrown.location;
		}
		throw thrown;
	}
	throw new Error('no redirect');
}

it.each([
	'http://127.0.0.1:8443',
	'https://forum.example',
	'http://forum.example:5000',
	'https://www.forum.example:8443',
	'https://xn--mller-kva.example',
	'http://[::1]:5000',
	'http://localhost',
	'http://evil.example'
])('a reader at %s signs in at the public address', async (host) => {
	expect(await ask(`${host}/sign-in?back=/threads/1%3Fpost=2`)).toBe(
		`${SITE}/sign-in?back=${encodeURIComponent('/threads/1?post=2')}`
	);
	expect(await ask(`${host}/sign-in?back=${encodeURIComponent('https://evil.example/')}`)).toBe(
		`${SITE}/sign-in?back=%2F`
	);
});

it('a signed-in reader at the public address returns at once', async () => {
	expect(await ask(`${SITE}/sign-in?back=/search`)).toBe('/search');
});

it('a reader who signs in again does so at the public address', async () => {
	expect(await ask('http://localhost/sign-in?again=true&back=/settings')).toBe(
		`${SITE}/sign-in?again=true&back=%2Fsettings`
	);
});

it('a newcomer with an invitation goes on to a provider from the public address', async () => {
	expect(await ask('http://localhost/sign-in?provider=google&invitation=parley_invite_x&back=/')).toBe(
		`${SITE}/sign-in?provider=google&invitation=parley_invite_x&back=%2F`
	);
});
