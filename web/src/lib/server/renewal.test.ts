import { expect, it, vi } from 'vitest';
import { Renewal } from './renewal.ts';
import type { Session } from './session.ts';

const OLD = { refreshToken: 'old' } as Session;
const NEW = { refreshToken: 'new' } as Session;

it('session that the page waited for is kept by the page', async () => {
	const keep = vi.fn(async () => {});
	const renewal = new Renewal(async () => NEW, keep);
	expect(await renewal.next(OLD)).toBe(NEW);
	expect(keep).toHaveBeenCalledWith(NEW);
	expect(await renewal.late()).toBeNull();
});

it('session that comes after the page is left to its answer', async () => {
	let arrive: (session: Session) => void = () => {};
	const keep = vi.fn(async () => {
		throw new Error('The page is rendered.');
	});
	const renewal = new Renewal(() => new Promise((resolve) => (arrive = resolve)), keep);
	const next = renewal.next(OLD).catch(() => null);
	const late = renewal.late();
	arrive(NEW);
	expect(await late).toBe(NEW);
	await next;
});

it('refresh token is not used when no answer can take the next one', async () => {
	const renew = vi.fn(async () => NEW);
	const renewal = new Renewal(renew, async () => {});
	expect(await renewal.late()).toBeNull();
	expect(await renewal.next(OLD)).toBeNull();
	expect(renew).not.toHaveBeenCalled();
});

it('failed renewal leaves the session as it is', async () => {
	const renewal = new Renewal(async () => {
		throw new Error('away');
	}, async () => {});
	await expect(renewal.next(OLD)).rejects.toThrow('away');
	expect(await renewal.late()).toBeNull();
});
