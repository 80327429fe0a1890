import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { refreshAtApi, RefreshFailedError, SessionRefresh } from './refresh.ts';
import type { Session } from './session.ts';

beforeAll(() => {
	Object.assign(process.env, {
		PARLEY_PUBLIC_URL: 'https://forum.example',
		PARLEY_GATEWAY_URI: 'http://127.0.0.1:1',
		PARLEY_WEB_SECRET: 's',
		PARLEY_WEB_KEY: Buffer.alloc(32, 1).toString('base64')
	});
});

afterEach(() => vi.unstubAllGlobals());

/** The API answers each request so. */
function answers(status: number, body: object): void {
	vi.stubGlobal('fetch', () => Promise.resolve(Response.json(body, { status })));
}

const session = (refreshToken: string, expiresAt = 0): Session => ({
	accessToken: 'a',
	refreshToken,
	origin: 'provider',
	expiresAt,
	user: { id: '1', username: 'alice', displayName: 'Alice', roles: [], groups: [] }
});

it('requests with the same token refresh once', async () => {
	let count = 0;
	let finish: (session: Session) => void = () => undefined;
	const later: (() => void)[] = [];
	const sessions = new SessionRefresh(
		() => {
			count++;
			return new Promise((resolve) => (finish = resolve));
		},
		Date.now,
		(task) => later.push(task)
	);
	const first = sessions.renew(session('r1'));
	const second = sessions.renew(session('r1'));
	finish(session('r2', 900));
	expect(await first).toEqual(session('r2', 900));
	expect(await second).toEqual(session('r2', 900));
	expect(await sessions.renew(session('r1'))).toEqual(session('r2', 900));
	expect(count).toBe(1);
	later.forEach((task) => task());
	void sessions.renew(session('r1'));
	expect(count).toBe(2);
});

it('failed refresh is tried again, ended session is not', async () => {
	const answers = [Promise.reject(new Error('down')), Promise.resolve(null)];
	const sessions = new SessionRefresh(() => answers.shift() as Promise<Session | null>);
	await expect(sessions.renew(session('r'))).rejects.toThrow(RefreshFailedError);
	expect(await sessions.renew(session('r'))).toBeNull();
	expect(await sessions.renew(session('r'))).toBeNull();
});

it('refresh is due a minute before the end', () => {
	const sessions = new SessionRefresh(() => Promise.resolve(null), () => 1_000_000);
	expect(sessions.isDue(session('r', 1061))).toBe(false);
	expect(sessions.isDue(session('r', 1059))).toBe(true);
});

it.each([
	[401, 'auth.refresh-invalid'],
	[403, 'auth.banned']
])('session has ended if the API answers %i %s', async (status, code) => {
	answers(status, { status, code });
	expect(await refreshAtApi(session('r'))).toBeNull();
});

it('session may go on if the API does not answer', async () => {
	answers(503, { status: 503 });
	await expect(refreshAtApi(session('r'))).rejects.toThrow('503');
});
