import type { components } from '#lib/server/api/generated/realtime.d.ts';

/** Whether a person is online, and since when; offline people were last seen then. */
export type Presence = components['schemas']['Presence'];

/** The message that says a state; null if nothing is known. */
export function presenceText(state: string, since: string | null | undefined): PresenceMessage | null {
	switch (state) {
		case 'online':
			return 'presence.online';
		case 'away':
			return 'presence.away';
		case 'offline':
			return since ? 'presence.seen' : 'presence.offline';
		default:
			return null;
	}
}

export type PresenceMessage = 'presence.online' | 'presence.away' | 'presence.seen' | 'presence.offline';
