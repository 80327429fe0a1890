import { isRedirect, type Cookies } from '@sveltejs/kit';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { startSignIn } from '#lib/server/provider.ts';
import { load } from './+page.server.ts';

vi.mock('$app/server', () => ({ getRequestEvent: () => ({ getClientAddress: () => '192.0.2.7' }) }));

const SITE = 'https://forum.example';

const stored = new Map<string, string>();

const lifetimes: (number | undefined)[] = [];

const cookies = {
	get: (name: string) => stored.get(name),
	set: (name: string, value: string, { maxAge }: { maxAge?: number }) => {
		stored.set(name, value);
		lifetimes.push(maxAge);
	},
	delete: (name: string) => stored.delete(name)
} as unknown as Cookies;

beforeAll(() => {
	Object.assign(process.env, {
		PARLEY_PUBLIC_URL: SITE,
		PARLEY_GATEWAY_URI: 'http://127.0.0.1:1',
		PARLEY_WEB_SECRET: 's',
		PARLEY_WEB_KEY: Buffer.alloc(32, 1).toString('base64')
	});
});

beforeEach(() => {
	stored.clear();
	vi.spyOn(console, 'warn').mockImplementation(() => {});
	vi.stubGlobal('fetch', async (url: URL) =>
		url.pathname === '/oauth2/token'
			? Response.json({ error: 'invalid_grant' }, { status: 400 })
			: Response.json({ issuer: SITE, authorization_endpoint: `${SITE}/oauth2/authorize`, token_endpoint: `${SITE}/oauth2/token` })
	);
});

afterEach(() => vi.unstubAllGlobals());

/** Returns from the provider; returns the address that the reader is led to, or what the page shows. */
async function arrive(query: Record<string, string>, session: object | null = null) {
	const url = new URL(`${SITE}/sign-in/callback?${new URLSearchParams(query)}`);
	try {
		return await load({ url, cookies, locals: { session }, setHeaders: () => {} } as unknown as Parameters<typeof load>[0]);
	} catch (thrown) {
		if (isRedirect(thrown)) {
			return new URL(thrown.location, SITE);
		}
		throw thrown;
	}
}

it('sign-in that the browser has forgotten begins anew, once', async () => {
	const again = (await arrive({ code: 'c', state: 'forgotten' })) as URL;
	expect(again.pathname).toBe('/oauth2/authorize');
	stored.clear();
	const state = again.searchParams.get('state') ?? '';
	expect(await arrive({ code: 'c', state }), 'a browser without cookies').toEqual({ back: '/' });
});

it('sign-in that the browser has forgotten returns to the page of the newest', async () => {
	await startSignIn(cookies, '/tags');
	const again = (await arrive({ code: 'c', state: 'forgotten' })) as URL;
	expect(again.searchParams.get('back')).toBe('/tags');
});

it('sign-in that was refused says so, and leads to its page when it begins anew', async () => {
	expect(await arrive({ error: 'access_denied', state: 'forgotten' })).toEqual({ back: '/' });
	const begun = await startSignIn(cookies, '/tags');
	expect(await arrive({ code: 'c', iss: SITE, state: begun.searchParams.get('state') ?? '' })).toEqual({ back: '/tags' });
});

it('eight pages with a sign-in are remembered for a day', async () => {
	const states: string[] = [];
	for (let page = 0; page < 8; page++) {
		states.push((await startSignIn(cookies, `/tags/${page}`)).searchParams.get('state') ?? '');
	}
	expect(await arrive({ error: 'access_denied', state: states[0] ?? '' })).toEqual({ back: '/tags/0' });
	expect(lifetimes.at(-1)).toBe(24 * 60 * 60);
	expect(JSON.stringify([...stored.values()]).length).toBeLessThan(4000);
});

it('somebody who is signed in and goes back leaves the sign-in behind', async () => {
	expect(await arrive({ code: 'c', state: 'used' }, {})).toEqual(new URL('/', SITE));
});
