import { expect, it, vi } from 'vitest';
import { isRecent, seal, toSession, unseal } from './session.ts';

const KEY = new Uint8Array(32).fill(7);

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

it('session has the names, the groups and the expiry of its access token', () => {
	const claims = { sub: '1', preferred_username: 'alice', name: 'Alice', roles: ['user'], groups: ['board'], exp: 99 };
	const token = `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.x`;
	const session = toSession(token, 'r', 'provider');
	expect(session.expiresAt).toBe(99);
	expect(session.user).toEqual({ id: '1', username: 'alice', displayName: 'Alice', roles: ['user'], groups: ['board'] });
});
