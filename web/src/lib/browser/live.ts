import { SeenEvents, type LiveEvent } from './arrivals';
import { notifications, onceConnected, onReconnect, reached, socket } from './connection';
import './activity';
import './announce';
import './card';
import './fresh';
import './keys';
import { completePosts } from './menus';
import { showCount, showReload } from './notice';
import { Pace } from './pace';
import { LiveThread } from './thread';

// A mail leads to a page by its post, which then comes into view.
const asked = new URLSearchParams(location.search).get('post');
if (!location.hash && document.getElementById(`post-${asked}`)) {
	location.replace(`#post-${asked}`);
}

const posts = document.getElementById('posts');

if (notifications) {
	const seen = new SeenEvents();
	const said = document.getElementById('said') as HTMLElement;
	socket.on('notification', (event: LiveEvent<{ id: string; count?: number; unread?: number; title?: string; link?: string }>) => {
		reached(event);
		if (!seen.isNew(event) || event.data.unread === undefined) {
			return;
		}
		showCount(notifications, event.data.unread);
		// An open conversation says the message itself.
		if (event.data.title && !(document.getElementById('messages') && event.data.link === location.pathname)) {
			said.textContent = event.data.title;
		}
		const list = document.getElementById('new-notifications');
		// The page may have it already, as events from shortly before it are repeated.
		if (list && event.data.title && !document.getElementById(`notice-${event.data.id}-${event.data.count}`)) {
			showReload(list, list.dataset.text);
		}
	});
	const count = new Pace(async () => {
		const answer = await fetch('/unread');
		if (answer.status === 401) {
			// The page hears of nothing more that is for its reader, and looks as if nothing happened.
			const place = document.getElementById('live') ?? said;
			place.className = 'live';
			showReload(place, said.dataset.signedOut);
		}
		const unread = (await answer.json()) as { notifications?: number; messages?: number };
		showCount(notifications, unread.notifications);
		showCount(document.getElementById('unread-messages'), unread.messages);
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
