import type { Socket } from 'socket.io-client';
import { passes } from './passing';

/** The answer to a request to join a room. */
export interface Joined {
	ok: boolean;
	code?: string;
	offset?: number;
}

/** How long an answer may take, in milliseconds. */
const PATIENCE = 10_000;

/** The mean wait before a room is joined again, in milliseconds. */
const AGAIN = 10_000;

/**
 * Joins a room whenever the socket is connected, and again after a refusal that may pass. Without that a page would
 * show nothing new until it is loaded again, as a connection outlasts the refusal.
 */
export function keepJoined(socket: Socket, name: string, data: () => object, show: (answer: Joined) => void): void {
	const join = async (): Promise<void> => {
		const { id } = socket;
		const answer: Joined = await socket.timeout(PATIENCE).emitWithAck(name, data()).catch(() => ({ ok: false }));
		// Another connection has joined by itself.
		if (socket.id !== id) {
			return;
		}
		show(answer);
		if (!answer.ok && passes(answer.code)) {
			setTimeout(() => socket.id === id && void join(), AGAIN * (0.5 + Math.random()));
		}
	};
	if (socket.connected) {
		void join();
	}
	socket.on('connect', () => void join());
}
