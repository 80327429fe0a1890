import { io } from 'socket.io-client';
import { send } from './send';

/** The wait before a refused connection is tried again, in milliseconds. */
const PATIENCE = 10_000;

const SOON = new Set(['auth.token-invalid', 'auth.unavailable', 'limit.exceeded']);

/** The link to the notifications, which signed-in readers have. */
export const notifications = document.getElementById('unread');

/** That of the last notification, at first the time of the page; guests have none. */
let offset = Number(notifications?.dataset.since) || undefined;

/** Remembers the offset of a notification, so that a lost connection misses none. */
export function reached(event: { offset?: number }): void {
	offset = Math.max(offset ?? 0, event.offset ?? 0);
}

/** A token that is valid for sockets only; a guest has none, nor has a reader whose session has ended. */
async function findToken(): Promise<string | undefined> {
	if (!notifications) {
		return undefined;
	}
	const answer = await send('/socket', { method: 'POST' });
	if (answer.status === 401) {
		return undefined;
	}
	if (!answer.ok) {
		throw new Error(`${answer.status}`);
	}
	return ((await answer.json()) as { token: string }).token;
}

/** The connection of the page, which all its scripts share. */
export const socket = io({
	transports: ['websocket', 'polling'],
	tryAllTransports: true,
	auth: (give) => {
		findToken().then(
			(token) => give({ token, offset }),
			() => {
				// The socket of a guest would stay one for the life of the page, as nothing closes it.
				socket.disconnect();
				again();
			}
		);
	}
});

function again(): void {
	setTimeout(() => socket.connect(), PATIENCE * (0.5 + Math.random()));
}

socket.on('connect_error', (failure) => {
	const { data } = failure as { data?: { code?: string } };
	if (!socket.active && SOON.has(data?.code ?? '')) {
		again();
	}
});

socket.on('disconnect', (reason) => {
	if (reason === 'io server disconnect') {
		again();
	}
});

/** Calls at once if the socket is connected, and after each further connect. */
export function onceConnected(act: () => void): void {
	if (socket.connected) {
		act();
	}
	socket.on('connect', act);
}

/** Calls whenever a connection that was lost is there again. */
export function onReconnect(act: () => void): void {
	socket.on('disconnect', () => socket.once('connect', act));
}
