import type { LiveMessage } from './conversation';
import { send } from './send';
import { Shelf } from './shelf';

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

/** A shelf that knows what it keeps. */
export class ListedShelf extends Shelf {
	/** The names that begin so, in their order. */
	names(start: string): string[] {
		const names = [...this.memory.keys()];
		try {
			names.push(...Object.keys(this.keeper()));
		} catch {
			// The browser keeps nothing.
		}
		return [...new Set(names)].filter((name) => name.startsWith(start)).sort();
	}
}

/**
 * The messages of a conversation that wait to be accepted, in the order of writing. Each has a text of its own, so that
 * no page undoes what another one keeps at the same time.
 */
export class Outbox {
	constructor(
		private readonly shelf: ListedShelf,
		readonly name: string
	) {}

	all(): Outgoing[] {
		return this.names()
			.map((name) => parsed(this.shelf.get(name)))
			.filter(isOutgoing);
	}

	/** Adds a message that its author wants to send now, maybe again. */
	add(message: Outgoing): void {
		this.keep(message, Date.now());
	}

	remove(clientId: string): void {
		this.shelf.set(this.nameOf(clientId), '');
	}

	/** Keeps a message that was refused until its author decides. */
	hold(message: Outgoing): void {
		this.keep(message, 0);
	}

	private keep(message: Outgoing, at: number): void {
		this.shelf.set(this.nameOf(message.clientId), JSON.stringify({ ...message, at }));
	}

	private names(): string[] {
		return this.shelf.names(`${this.name}:`);
	}

	/** The name under which a message is kept; it begins with the time of its writing. */
	private nameOf(clientId: string): string {
		return this.names().find((name) => name.endsWith(clientId)) ?? `${this.name}:${Date.now()}:${clientId}`;
	}
}

function parsed(text: string | null): unknown {
	try {
		return JSON.parse(text ?? '');
	} catch {
		return null;
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
