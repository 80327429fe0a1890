import { expect, it } from 'vitest';
import type { Api } from './api/client';
import { refreshAtApi, refreshed, RefreshFailedError, SessionRefresh, withZone } from './refresh.ts';
import type { Session } from './session.ts';

/** The API answers each request so. */
const answering = (status: number, data?: object) =>
	({ auth: { POST: () => Promise.resolve({ data, response: new Response(null, { status }) }) } }) as unknown as Api;

const api = answering(503);

const apiWith = () => api;

const session = (refreshToken: string, expiresAt = 0, accessToken = `access ${refreshToken}`): Session => ({
	accessToken,
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
	const first = sessions.renew(session('r1'), apiWith);
	const second = sessions.renew(session('r1'), apiWith);
	finish(session('r2', 900));
	expect(await first).toEqual(session('r2', 900));
	expect(await second).toEqual(session('r2', 900));
	expect(await sessions.renew(session('r1'), apiWith)).toEqual(session('r2', 900));
	expect(count).toBe(1);
	later.forEach((task) => task());
	void sessions.renew(session('r1'), apiWith);
	expect(count).toBe(2);
});

it('session that was refreshed in the second in which it began is refreshed again', async () => {
	let count = 0;
	const sessions = new SessionRefresh(async ({ refreshToken, expiresAt }) => session(refreshToken, expiresAt, `a${++count}`));
	const first = await sessions.renew(session('r', 900, 'a0'), apiWith);
	expect(first?.accessToken).toBe('a1');
	expect((await sessions.renew(first as Session, apiWith))?.accessToken).toBe('a2');
});

it('failed refresh is tried again, ended session is not', async () => {
	const answers = [Promise.reject(new Error('down')), Promise.resolve(null)];
	const sessions = new SessionRefresh(() => answers.shift() as Promise<Session | null>);
	await expect(sessions.renew(session('r'), apiWith)).rejects.toThrow(RefreshFailedError);
	expect(await sessions.renew(session('r'), apiWith)).toBeNull();
	expect(await sessions.renew(session('r'), apiWith)).toBeNull();
});

it('refresh is due a minute before the end', () => {
	const sessions = new SessionRefresh(() => Promise.resolve(null), () => 1_000_000);
	expect(sessions.isDue(session('r', 1061))).toBe(false);
	expect(sessions.isDue(session('r', 1059))).toBe(true);
});

it.each([401, 403])('session has ended if the API answers %i', async (status) => {
	expect(await refreshAtApi(session('r'), answering(status))).toBeNull();
});

it('session may go on if the API does not answer', async () => {
	await expect(refreshAtApi(session('r'), api)).rejects.toThrow('503');
});

it.each([
	['what another device has set', { data: { data: { timeZone: 'Asia/Seoul' } } }, 'Asia/Seoul'],
	['the former one if it is not known', {}, 'Europe/Rome']
])('time zone of a refreshed session is %s', async (_, account, timeZone) => {
	const accessToken = `e30.${Buffer.from(JSON.stringify({ name: 'Ann' })).toString('base64url')}.`;
	const data = { data: { accessToken, refreshToken: 'r2' } };
	const of = (token: string | null) =>
		({ auth: { POST: async () => ({ data, response: new Response() }), GET: async () => (token === accessToken ? account : {}) } }) as unknown as Api;
	const former: Session = { ...session('r1'), origin: 'api', signedInAt: 7, timeZone: 'Europe/Rome' };
	expect(await refreshed(former, of)).toMatchObject({ refreshToken: 'r2', signedInAt: 7, timeZone });
});

it.each([
	['that the API tells', undefined, { data: { data: { timeZone: 'Asia/Seoul' } } }, 'Asia/Seoul'],
	['that it has', 'Europe/Rome', { data: { data: { timeZone: 'Asia/Seoul' } } }, 'Europe/Rome'],
	['of no place while the API does not tell', undefined, {}, undefined]
])('session goes on with the time zone %s', async (_, timeZone, account, expected) => {
	const of = () => ({ auth: { GET: async () => account } }) as unknown as Api;
	expect((await withZone({ ...session('r'), timeZone }, of)).timeZone).toBe(expected);
});
