import { randomBytes } from 'node:crypto';
import { EncryptJWT } from 'jose';
import { beforeAll, expect, it, vi } from 'vitest';
import { isRecent, seal, sessionCookie, toSession, unseal } from './session.ts';

const KEY = new Uint8Array(32).fill(7);

beforeAll(() => {
	Object.assign(process.env, {
		PARLEY_PUBLIC_URL: 'https://forum.example.org',
		PARLEY_GATEWAY_URI: 'http://127.0.0.1:1',
		PARLEY_WEB_SECRET: 's',
		PARLEY_WEB_KEY: Buffer.from(KEY).toString('base64')
	});
});

it('sealed value is opaque and opens with its key and purpose only', async () => {
	const sealed = await seal(KEY, 'session', { accessToken: 'secret' }, 60);
	expect(Buffer.from(sealed, 'base64').toString()).not.toContain('secret');
	expect(await unseal(KEY, 'session', sealed)).toEqual({ accessToken: 'secret' });
	expect(await unseal(KEY, 'sign_in', sealed)).toBeNull();
	expect(await unseal(new Uint8Array(32).fill(8), 'session', sealed)).toBeNull();
	const [header, , iv, body, tag] = sealed.split('.');
	const changed = `${header}..${iv}.${body?.startsWith('A') ? 'B' : 'A'}${body?.slice(1)}.${tag}`;
	expect(await unseal(KEY, 'session', changed)).toBeNull();
	expect(await unseal(KEY, 'session', undefined)).toBeNull();
});

it('sealed value expires', async () => {
	const sealed = await seal(KEY, 'session', 'value', 60);
	vi.useFakeTimers({ now: Date.now() + 61_000 });
	expect(await unseal(KEY, 'session', sealed)).toBeNull();
	vi.useRealTimers();
});

it('sign-in is recent for eight minutes', () => {
	const now = 1_000_000_000;
	expect(isRecent({ signedInAt: now / 1000 - 479 }, now)).toBe(true);
	expect(isRecent({ signedInAt: now / 1000 - 480 }, now)).toBe(false);
	expect(isRecent({ signedInAt: undefined }, now)).toBe(false);
});

/** A session of a token with these claims, signed as by RS256. */
function sessionOf(claims: object) {
	const [header, payload] = [{ alg: 'RS256', kid: id(), typ: 'at+jwt' }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'));
	return { ...toSession(`${header}.${payload}.${randomBytes(256).toString('base64url')}`, randomBytes(96).toString('base64url'), 'provider', 5), timeZone: 'Asia/Tokyo' };
}

function id(): string {
	return randomBytes(26).toString('base64').replace(/[^A-Z0-9]/gi, 'A').slice(0, 26).toUpperCase();
}

const CLAIMS = { sub: id(), preferred_username: 'alice', name: 'Alice', roles: ['user'], groups: ['board'], exp: 99 };

/** The cookies of a browser, which drops those that are too long. */
class Browser {
	readonly jar = new Map<string, string>();

	readonly cookies = {
		get: (name: string) => this.jar.get(name),
		set: (name: string, value: string, { maxAge }: { maxAge: number }) => {
			if (maxAge === 0) {
				this.jar.delete(name);
			} else if (name.length + value.length <= 4096) {
				this.jar.set(name, value);
			}
		},
		delete: (name: string) => this.jar.delete(name),
		serialize: (name: string, value: string, { maxAge }: { maxAge: number }) => `${name}=${value.length};${maxAge}`
	} as never;
}

it('session has the names, the groups and the expiry of its access token', () => {
	const session = sessionOf(CLAIMS);
	expect(session.expiresAt).toBe(99);
	const { sub, preferred_username: username, name: displayName, roles, groups } = CLAIMS;
	expect(session.user).toEqual({ id: sub, username, displayName, roles, groups });
});

it('session of somebody in all groups that a person may have is one cookie', async () => {
	const { jar, cookies } = new Browser();
	const session = sessionOf({ ...CLAIMS, iss: 'https://forum.example.org', jti: id(), sid: id(), client_id: 'parley-web', groups: Array.from({ length: 50 }, id) });
	await sessionCookie.write(cookies, session);
	expect([...jar.keys()]).toEqual(['__Host-parley_web_session']);
	expect(await sessionCookie.read(cookies)).toEqual(session);
});

it('session with a long name besides is two cookies, of which the second ends with the name', async () => {
	const { jar, cookies } = new Browser();
	// A hundred characters as one sees them, each of five joined emoji.
	const name = Array.from({ length: 100 }, () => [...randomBytes(5)].map((byte) => String.fromCodePoint(0x1f400 + byte)).join('\u200d')).join('');
	const claims = { ...CLAIMS, groups: Array.from({ length: 50 }, id) };
	const long = sessionOf({ ...claims, name });
	await sessionCookie.write(cookies, long);
	expect([...jar.keys()]).toEqual(['__Host-parley_web_session', '__Host-parley_web_session_1']);
	expect(await sessionCookie.read(cookies)).toEqual(long);
	const short = sessionOf(claims);
	expect(await sessionCookie.headers(cookies, short)).toEqual([expect.stringMatching(/session=\d+;1209600$/), '__Host-parley_web_session_1=0;0']);
	await sessionCookie.write(cookies, short);
	expect(jar.size).toBe(1);
	expect(await sessionCookie.read(cookies)).toEqual(short);
	await sessionCookie.write(cookies, long);
	sessionCookie.remove(cookies);
	expect(jar.size).toBe(0);
});

it('session keeps a name that is newer than its token', async () => {
	const { cookies } = new Browser();
	const session = sessionOf(CLAIMS);
	session.user.displayName = 'Alice B.';
	await sessionCookie.write(cookies, session);
	expect(await sessionCookie.read(cookies)).toEqual(session);
});

it('session of an earlier version is read', async () => {
	const session = sessionOf(CLAIMS);
	const sealed = await new EncryptJWT({ value: session })
		.setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
		.setAudience('session')
		.setExpirationTime('1 hour')
		.encrypt(KEY);
	expect(await sessionCookie.read({ get: (name) => (name.endsWith('session') ? sealed : undefined) })).toEqual(session);
});
