import type { LiveMessage } from './conversation';
import { send } from './send';
import type { Shelf } from './shelf';

/** The age at which a message is no longer sent without being asked for, in milliseconds. */
const STALE = 60 * 60_000;

/** The longest request that goes on when its page is left, in bytes; browsers refuse more than 64 KiB. */
const KEPT = 60_000;

/** A message that the reader has sent and the server has not accepted yet. */
export interface Outgoing {
	clientId: string;
	text: string;
	replyTo: string;
	/** The ids of its pictures. */
	media?: string[];
	/** Their descriptions, in the same order. */
	alts?: string[];
	/** When its author wanted to send it; 0 after it was refused. */
	at?: number;
}

/** The server's answer to a message. */
export interface Sent {
	ok: boolean;
	code?: string;
	/** What a refusal says, in the reader's language; the socket has codes alone. */
	reason?: string;
	message?: LiveMessage;
}

/** The messages of a conversation that wait to be accepted, in the order of writing. */
export class Outbox {
	constructor(
		private readonly shelf: Shelf,
		readonly name: string
	) {}

	all(): Outgoing[] {
		try {
			const kept: unknown = JSON.parse(this.shelf.get(this.name) || '[]');
			return Array.isArray(kept) ? kept.filter(isOutgoing) : [];
		} catch {
			return [];
		}
	}

	/** Adds a message that its author wants to send now, maybe again. */
	add(message: Outgoing): void {
		this.keep([...this.without(message.clientId), { ...message, at: Date.now() }]);
	}

	remove(clientId: string): void {
		this.keep(this.without(clientId));
	}

	/** Keeps a message that was refused until its author decides. */
	hold(message: Outgoing): void {
		this.keep([...this.without(message.clientId), { ...message, at: 0 }]);
	}

	private without(clientId: string): Outgoing[] {
		return this.all().filter((one) => one.clientId !== clientId);
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

/** Whether a message is sent without a question: its author still expects it. */
export function isDue({ at = 0 }: Outgoing): boolean {
	return Date.now() - at < STALE;
}

/** Sends a message by a request, which describes its pictures first; the same client id sends it once. */
export async function sendByRequest(conversation: string, message: Outgoing): Promise<Sent> {
	const body = new URLSearchParams([
		...(['clientId', 'text', 'replyTo'] as const).map((name) => [name, message[name]]),
		...(message.media ?? []).map((id) => ['media', id]),
		...(message.alts ?? []).map((alt) => ['alt', alt])
	]);
	try {
		const answer = await send(`/chat/${conversation}/send`, {
			method: 'POST',
			body,
			keepalive: `${body}`.length < KEPT
		});
		return (await answer.json()) as Sent;
	} catch {
		// Maybe only the answer was lost.
		return { ok: false };
	}
}

/** An id that no other message has; `randomUUID` exists on secure pages only. */
export function newClientId(): string {
	return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
