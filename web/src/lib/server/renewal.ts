import type { Session } from './session';

/**
 * Renews the session of one request whose token was refused. A refresh token is used once, so the answer takes the
 * new session also when the page no longer waits for the part that needed it.
 */
export class Renewal {
	private running: Promise<Session | null> | undefined;
	private isAnswered = false;

	/** @param keep writes the cookie of the session; it fails once the page is rendered */
	constructor(
		private readonly renew: (session: Session) => Promise<Session | null>,
		private readonly keep: (session: Session | null) => Promise<void>
	) {}

	/** Returns the next session; null if the session has ended, or if no answer could take the next one. */
	async next(session: Session): Promise<Session | null> {
		if (this.isAnswered) {
			return null;
		}
		this.running = this.renew(session);
		const renewed = await this.running;
		await this.keep(renewed);
		this.running = undefined;
		return renewed;
	}

	/** Returns the session that the rendered page did not wait for, if there is one. Nothing is renewed from now on. */
	async late(): Promise<Session | null> {
		this.isAnswered = true;
		return (await this.running?.catch(() => null)) ?? null;
	}
}
