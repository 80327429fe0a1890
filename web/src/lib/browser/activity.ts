import { notifications, onceConnected, socket } from './connection';

/** A reader who does nothing for this time is away, in milliseconds. */
const IDLE = 5 * 60_000;

/** The shortest time between two signs of an active reader, in milliseconds. */
const PAUSE = 60_000;

let state: 'online' | 'away' = 'online';

let said = Date.now();

let timer: ReturnType<typeof setTimeout> | undefined;

/** Whether somebody sits at the page. A window beside another one is in view without that. */
export function isAttended(): boolean {
	return document.visibilityState === 'visible' && document.hasFocus() && state === 'online';
}

/** Calls when the reader may be back. */
export function onReturn(act: () => void): void {
	for (const name of ['visibilitychange', 'focus', 'returned']) {
		addEventListener(name, act);
	}
}

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
	const wasAway = state === 'away';
	if (wasAway || Date.now() - said > PAUSE) {
		say('online');
	}
	if (wasAway) {
		dispatchEvent(new Event('returned'));
	}
}

// Guests have no presence.
if (notifications) {
	for (const name of ['pointerdown', 'pointermove', 'keydown', 'wheel', 'focus']) {
		addEventListener(name, stir, { passive: true });
	}
	document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && stir());
	onceConnected(() => state === 'away' && say('away'));
	stir();
}
