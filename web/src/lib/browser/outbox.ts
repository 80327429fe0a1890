import type { Shelf } from './shelf';

/** A message that the reader has sent and the server has not accepted yet. */
export interface Outgoing {
	clientId: string;
	text: string;
	replyTo: string;
	/** The ids of its pictures. */
	media?: string[];
	/** Their descriptions, in the same order. */
	alts?: string[];
}

/** The messages of a conversation that wait to be accepted, in the order of writing. */
export class Outbox {
	constructor(
		private readonly shelf: Shelf,
		private readonly name: string
	) {}

	all(): Outgoing[] {
		try {
			const kept: unknown = JSON.parse(this.shelf.get(this.name) || '[]');
			return Array.isArray(kept) ? kept.filter(isOutgoing) : [];
		} catch {
			return [];
		}
	}

	add(message: Outgoing): void {
		this.keep([...this.all(), message]);
	}

	remove(clientId: string): void {
		this.keep(this.all().filter((one) => one.clientId !== clientId));
	}

	private keep(messages: Outgoing[]): void {
		this.shelf.set(this.name, messages.length > 0 ? JSON.stringify(messages) : '');
	}
}

function isOutgoing(value: unknown): value is Outgoing {
	const one = value as Partial<Outgoing> | null;
	return (
		typeof one?.clientId === 'string' &&
		typeof one.text === 'string' &&
		typeof one.replyTo === 'string' &&
		[one.media, one.alts].every((list) => list === undefined || Array.isArray(list))
	);
}

/** An id that no other message has; `randomUUID` exists on secure pages only. */
export function newClientId(): string {
	return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
