import { notifications, onceConnected, socket } from './connection';

/** A reader who does nothing for this time is away, in milliseconds. */
const IDLE = 5 * 60_000;

/** The shortest time between two signs of an active reader, in milliseconds. */
const PAUSE = 60_000;

let state: 'online' | 'away' = 'online';

let said = Date.now();

let timer: ReturnType<typeof setTimeout> | undefined;

function say(next: typeof state): void {
	state = next;
	said = Date.now();
	if (socket.connected) {
		socket.emit('set-presence', { state });
	}
}

function stir(): void {
	clearTimeout(timer);
	timer = setTimeout(() => say('away'), IDLE);
	if (state === 'away' || Date.now() - said > PAUSE) {
		say('online');
	}
}

// Guests have no presence.
if (notifications) {
	for (const name of ['pointerdown', 'keydown', 'scroll']) {
		addEventListener(name, stir, { passive: true });
	}
	document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && stir());
	onceConnected(() => state === 'away' && say('away'));
	stir();
}
