import { zoneOf } from './account';
import type { Api } from './api/client';
import { refreshAtProvider } from './provider';
import { toSession, type Session } from './session';

/** The API for a reader, whose limits apply and whose device the session names, with a token. */
type ApiWith = (accessToken: string | null) => Api;

/** How early tokens are refreshed, in seconds. */
const EARLY = 60;

/** How long a refreshed session answers requests that still have the old cookie. */
const GRACE = 30_000;

/** Says that tokens could not be refreshed, though their session may go on. */
export class RefreshFailedError extends Error {
	constructor(cause: unknown) {
		super('The session was not refreshed.', { cause });
		this.name = 'RefreshFailedError';
	}
}

/** Statuses of a session that has ended, also by a ban. */
const ENDED = [401, 403];

/** Refreshes the tokens of a session that the API began; null if it has ended. */
export async function refreshAtApi({ refreshToken }: Session, api: Api): Promise<Session | null> {
	const { data, response } = await api.auth.POST('/api/v1/auth/refresh', { body: { refreshToken } });
	if (data) {
		return toSession(data.data.accessToken, data.data.refreshToken, 'api');
	}
	if (ENDED.includes(response.status)) {
		return null;
	}
	throw new Error(`The refresh was answered by ${response.status}`);
}

/** Refreshes a session, with the time zone that its reader may have changed on another device; null if it has ended. */
export async function refreshed(session: Session, apiWith: ApiWith): Promise<Session | null> {
	const tokens = await (session.origin === 'provider' ? refreshAtProvider(session) : refreshAtApi(session, apiWith(null)));
	return tokens && { ...tokens, signedInAt: session.signedInAt, timeZone: await zoneOf(apiWith(tokens.accessToken), session.timeZone) };
}

/** A session with the time zone of its reader, which did not come in time when it began. */
export async function withZone(session: Session, apiWith: ApiWith): Promise<Session> {
	return session.timeZone ? session : { ...session, timeZone: await zoneOf(apiWith(session.accessToken)) };
}

/**
 * Refreshes sessions once for all requests that arrive with the same tokens, also those that come with the old cookie
 * shortly after. The provider lets a refresh token stay, and two access tokens may end in the same second.
 */
export class SessionRefresh {
	private readonly running = new Map<string, Promise<Session | null>>();

	constructor(
		private readonly refresh: (session: Session, apiWith: ApiWith) => Promise<Session | null>,
		private readonly now: () => number = Date.now,
		private readonly later: (task: () => void, milliseconds: number) => void = (task, ms) =>
			void setTimeout(task, ms).unref()
	) {}

	isDue(session: Session): boolean {
		return this.now() / 1000 > session.expiresAt - EARLY;
	}

	/**
	 * Returns the refreshed session; null if it has ended.
	 * @throws RefreshFailedError if nobody can tell at the moment
	 */
	async renew(session: Session, apiWith: ApiWith): Promise<Session | null> {
		const key = session.accessToken;
		const running = this.running.get(key);
		if (running) {
			return running;
		}
		const started = this.refresh(session, apiWith).catch((failure: unknown) => {
			this.running.delete(key);
			throw new RefreshFailedError(failure);
		});
		this.running.set(key, started);
		const refreshed = await started;
		this.later(() => this.running.delete(key), GRACE);
		return refreshed;
	}
}
