import { SeenEvents, type LiveEvent } from './arrivals';
import { keepJoined } from './joined';
import { showReload } from './notice';
import { onceVisible } from './pace';
import { passes } from './passing';
import type { Socket } from 'socket.io-client';

/** A kind of room, with the property of events that names the room. */
interface Room {
	join: string;
	key: 'threadId' | 'postId';
	id: string;
}

/** The longest wait before many readers load the same page, in milliseconds. */
const SPREAD = 2_000;

/** A part of the page that follows the events of a room. */
export abstract class LiveRoom {
	protected readonly notice = document.getElementById('live') as HTMLElement;

	private readonly seen = new SeenEvents();

	private offset: number;

	private refreshing = false;

	protected constructor(
		protected part: HTMLElement,
		private readonly socket: Socket,
		private readonly room: Room
	) {
		this.offset = Number(part.dataset.since);
		this.on<unknown>('resync', () => this.resync());
		socket.on('membership-ended', (event: { threadId?: string; postId?: string }) => {
			if (event[room.key] === room.id) {
				this.end();
			}
		});
	}

	/** Joins the room whenever there is a connection, and receives what was missed. */
	join(): void {
		const { join, key, id } = this.room;
		keepJoined(this.socket, join, () => ({ [key]: id, offset: this.offset }), ({ ok, code, offset = 0 }) => {
			this.offset = Math.max(this.offset, offset);
			// The page may show its reader more than events do, so it is left alone unless a right has ended.
			if (!ok && !passes(code) && this.part.dataset.live === 'true') {
				this.end();
			}
			this.part.dataset.live = String(ok);
		});
	}

	/** Shows what is different on the server's page. */
	protected abstract refresh(): Promise<void>;

	protected on<T>(name: string, handle: (data: T) => void): void {
		this.socket.on(name, (event: LiveEvent<T>) => {
			if (event[this.room.key] === this.room.id && this.seen.isNew(event)) {
				this.offset = Math.max(this.offset, event.offset ?? 0);
				handle(event.data);
			}
		});
	}

	/** More was missed than can be repeated. */
	protected resync(): void {
		this.refreshLater();
	}

	/** A right to the page has ended. */
	protected end(): void {
		this.askForReload();
	}

	protected askForReload(): void {
		showReload(this.notice, this.notice.dataset.changed);
	}

	/** Loads the page again, after a random wait and when somebody looks at it, and shows what is different. */
	protected refreshLater(): void {
		if (this.refreshing) {
			return;
		}
		this.refreshing = true;
		setTimeout(() => {
			onceVisible(() => {
				this.refreshing = false;
				this.refresh().catch(() => this.askForReload());
			});
		}, Math.random() * SPREAD);
	}
}
