import { RefreshFailedError } from './refresh.ts';
import type { Session } from './session';

/** The most renewals of one request: roles may change again while its page loads. */
const MOST = 3;

/**
 * Renews the session of one request whose token was refused. A refresh token is used once, so the answer takes the
 * new session also when the page no longer waits for the part that needed it.
 */
export class Renewal {
	private running: Promise<Session | null> | undefined;
	private step: Promise<Session | null> | undefined;
	private count = 0;
	private isAnswered = false;
	private hasEnded = false;

	/** @param keep writes the cookie of the session; it fails once the page is rendered */
	constructor(
		private session: Session,
		private readonly renew: (session: Session) => Promise<Session | null>,
		private readonly keep: (session: Session | null) => Promise<void>
	) {}

	/**
	 * Returns the session after that of a refused token, which another part of the page may have renewed; null if the
	 * session has ended, or if no answer could take the next one.
	 * @throws RefreshFailedError if each new token is refused: nothing says that the session has ended
	 */
	async next(refused: string): Promise<Session | null> {
		if (refused !== this.session.accessToken) {
			return this.session;
		}
		if (this.isAnswered || this.hasEnded) {
			return null;
		}
		this.step ??= this.renewOnce().finally(() => (this.step = undefined));
		return this.step;
	}

	/** Returns the session that the rendered page did not wait for, if there is one. Nothing is renewed from now on. */
	async late(): Promise<Session | null> {
		this.isAnswered = true;
		return (await this.running?.catch(() => null)) ?? null;
	}

	private async renewOnce(): Promise<Session | null> {
		if (++this.count > MOST) {
			throw new RefreshFailedError(new Error('The new tokens are refused'));
		}
		this.running = this.renew(this.session);
		const renewed = await this.running;
		this.hasEnded = !renewed;
		await this.keep(renewed);
		this.running = undefined;
		this.session = renewed ?? this.session;
		return renewed;
	}
}
