import { SeenEvents, type LiveEvent } from './arrivals';
import { notifications, onceConnected, onReconnect, reached, socket } from './connection';
import './activity';
import './announce';
import './card';
import './fresh';
import './keys';
import { completePosts } from './menus';
import { showLink } from './notice';
import { Pace } from './pace';
import { fill } from './page';
import { LiveThread } from './thread';

// A mail leads to a page by its post, which then comes into view.
const asked = new URLSearchParams(location.search).get('post');
if (!location.hash && document.getElementById(`post-${asked}`)) {
	location.replace(`#post-${asked}`);
}

const posts = document.getElementById('posts');

function show(badge: HTMLElement | null, count: number | undefined): void {
	if (badge && count !== undefined) {
		badge.hidden = count === 0;
		badge.textContent = fill('{count}', count);
	}
}

if (notifications) {
	const seen = new SeenEvents();
	socket.on('notification', (event: LiveEvent<{ id: string; count?: number; unread?: number; title?: string; link?: string }>) => {
		reached(event);
		if (!seen.isNew(event) || event.data.unread === undefined) {
			return;
		}
		show(notifications, event.data.unread);
		const said = document.getElementById('said');
		// An open conversation says the message itself.
		if (said && event.data.title && !(document.getElementById('messages') && event.data.link === location.pathname)) {
			said.textContent = event.data.title;
		}
		const list = document.getElementById('new-notifications');
		// The page may have it already, as events from shortly before it are repeated.
		if (list && event.data.title && !document.getElementById(`notice-${event.data.id}-${event.data.count}`)) {
			showLink(list, location.href, list.dataset.text ?? '', () => location.reload());
		}
	});
	const count = new Pace(async () => {
		const unread = (await (await fetch('/unread')).json()) as { notifications?: number; messages?: number };
		show(notifications, unread.notifications);
		show(document.getElementById('unread-messages'), unread.messages);
	});
	const ask = () => count.ask();
	socket.on('conversation-updated', ask);
	socket.on('resync', ask);
	// Events of conversations are not repeated, that of the position which the page of one has saved included.
	(document.getElementById('messages') ? onceConnected : onReconnect)(ask);
}

if (posts) {
	completePosts(posts);
	new LiveThread(posts, socket).join();
}
