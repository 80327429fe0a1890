import { isAttended } from './activity';
import { SeenEvents, type LiveEvent } from './arrivals';
import { notifications, onceConnected, onReconnect, reached, socket } from './connection';
import { showCount, showReload } from './notice';
import { Pace } from './pace';

/** The numbers of the bar, and what is said of new notifications. */

/** The wait for the news that the reader has read what they look at, in milliseconds. */
const READING = 3_000;

if (notifications) {
	const seen = new SeenEvents();
	const said = document.getElementById('said') as HTMLElement;
	const count = new Pace(async () => {
		const answer = await fetch('/unread');
		if (answer.status === 401) {
			// The page hears of nothing more that is for its reader, and looks as if nothing happened.
			const place = (document.getElementById('messages') && document.getElementById('live')) ?? said;
			place.className = 'live';
			showReload(place, said.dataset.signedOut);
		}
		const unread = (await answer.json()) as { notifications?: number; messages?: number };
		showCount(notifications, unread.notifications);
		showCount(document.getElementById('unread-messages'), unread.messages);
	});
	const ask = () => count.ask();
	if ('unknown' in notifications.dataset) {
		ask();
	}
	/** The conversations with news that the reader may be about to read. */
	const pending = new Set<string>();
	let late: ReturnType<typeof setTimeout> | undefined;
	const isOpen = (link: string | undefined) => document.getElementById('messages') && link === location.pathname;
	/** Whether the reader looks at what has changed. One who is not at this page may do so in another tab. */
	const looksAt = (link = '') => (isOpen(link) ? isAttended() : !isAttended() && link.startsWith('/chat/'));
	/** The page that the reader looks at saves soon that they have read it, or the numbers are asked for. */
	const awaitReading = (link: string) => {
		pending.add(link);
		late ??= setTimeout(() => {
			stopWaiting();
			ask();
		}, READING);
	};
	const stopWaiting = () => {
		pending.clear();
		clearTimeout(late);
		late = undefined;
	};
	socket.on('notification', (event: LiveEvent<{ id: string; count?: number; unread?: number; title?: string; link?: string }>) => {
		reached(event);
		const { id, count, unread, title, link } = event.data;
		if (!seen.isNew(event) || unread === undefined) {
			return;
		}
		if (looksAt(link)) {
			awaitReading(link ?? '');
		} else {
			showCount(notifications, unread);
		}
		// An open conversation says the message itself.
		if (title && !isOpen(link)) {
			said.textContent = title;
		}
		const list = document.getElementById('new-notifications');
		// The page may have it already, as events from shortly before it are repeated.
		if (list && title && !document.getElementById(`notice-${id}-${count}`)) {
			showReload(list, list.dataset.text);
		}
	});
	socket.on('conversation-updated', ({ type, data }: LiveEvent<{ id: string }>) => {
		const link = `/chat/${data.id}`;
		const isPosition = type === 'position.changed';
		const looks = looksAt(link);
		if (looks && isPosition && pending.delete(link) && pending.size === 0) {
			stopWaiting();
		}
		if (looks && !isPosition) {
			awaitReading(link);
		} else if (!looks || !isOpen(link)) {
			// The page that has saved the position knows the number.
			count.ask(isPosition);
		}
	});
	socket.on('resync', ask);
	// Events of conversations are not repeated, that of the position which the page of one has saved included.
	(document.getElementById('messages') ? onceConnected : onReconnect)(ask);
}
