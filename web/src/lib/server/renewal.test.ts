import { expect, it, vi } from 'vitest';
import { RefreshFailedError } from './refresh.ts';
import { Renewal } from './renewal.ts';
import type { Session } from './session.ts';

const OLD = { accessToken: 'old' } as Session;
const NEW = { accessToken: 'new' } as Session;

it('session that the page waited for is kept by the page', async () => {
	const keep = vi.fn(async () => {});
	const renewal = new Renewal(OLD, async () => NEW, keep);
	expect(await renewal.next('old')).toBe(NEW);
	expect(keep).toHaveBeenCalledWith(NEW);
	expect(await renewal.late()).toBeNull();
});

it('session that comes after the page is left to its answer', async () => {
	let arrive: (session: Session) => void = () => {};
	const keep = vi.fn(async () => {
		throw new Error('The page is rendered.');
	});
	const renewal = new Renewal(OLD, () => new Promise((resolve) => (arrive = resolve)), keep);
	const next = renewal.next('old').catch(() => null);
	const late = renewal.late();
	arrive(NEW);
	expect(await late).toBe(NEW);
	await next;
});

it('refresh token is not used when no answer can take the next one', async () => {
	const renew = vi.fn(async () => NEW);
	const renewal = new Renewal(OLD, renew, async () => {});
	expect(await renewal.late()).toBeNull();
	expect(await renewal.next('old')).toBeNull();
	expect(renew).not.toHaveBeenCalled();
});

it('failed renewal leaves the session as it is', async () => {
	const renewal = new Renewal(OLD, async () => {
		throw new Error('away');
	}, async () => {});
	await expect(renewal.next('old')).rejects.toThrow('away');
	expect(await renewal.late()).toBeNull();
});

it('another part of the page takes the token that the first has renewed', async () => {
	const renew = vi.fn(async () => NEW);
	const renewal = new Renewal(OLD, renew, async () => {});
	expect(await Promise.all([renewal.next('old'), renewal.next('old')])).toEqual([NEW, NEW]);
	expect(await renewal.next('old')).toBe(NEW);
	expect(renew).toHaveBeenCalledOnce();
});

it('session whose roles change again while its page loads is renewed again', async () => {
	const renewal = new Renewal(OLD, async ({ accessToken }) => ({ accessToken: `${accessToken}er` }) as Session, async () => {});
	expect(await renewal.next('old')).toMatchObject({ accessToken: 'older' });
	expect(await renewal.next('older')).toMatchObject({ accessToken: 'olderer' });
});

it('session goes on whose new tokens are refused again and again', async () => {
	const keep = vi.fn(async () => {});
	const renewal = new Renewal(OLD, async ({ accessToken }) => ({ accessToken: `${accessToken}+` }) as Session, keep);
	for (const refused of ['old', 'old+', 'old++']) {
		expect(await renewal.next(refused)).not.toBeNull();
	}
	await expect(renewal.next('old+++')).rejects.toThrow(RefreshFailedError);
	expect(keep).not.toHaveBeenCalledWith(null);
});

it('session that has ended stays so for each part of the page', async () => {
	const renew = vi.fn(async () => null);
	const renewal = new Renewal(OLD, renew, async () => {});
	for (let part = 0; part < 5; part++) {
		expect(await renewal.next('old')).toBeNull();
	}
	expect(renew).toHaveBeenCalledOnce();
});
