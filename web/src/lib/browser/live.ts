import { SeenEvents, type LiveEvent } from './arrivals';
import { notifications, reached, socket } from './connection';
import './activity';
import './announce';
import './card';
import './fresh';
import './keys';
import { completePosts } from './menus';
import { Pace } from './pace';
import { fill } from './page';
import { LiveThread } from './thread';

// A mail leads to a page by its post, which then comes into view.
const asked = new URLSearchParams(location.search).get('post');
if (!location.hash && document.getElementById(`post-${asked}`)) {
	location.replace(`#post-${asked}`);
}

const posts = document.getElementById('posts');

const unreadMessages = document.getElementById('unread-messages');

function show(badge: HTMLElement, count: number): void {
	badge.hidden = count === 0;
	badge.textContent = fill('{count}', count);
}

if (notifications) {
	const badge = notifications;
	const seen = new SeenEvents();
	socket.on('notification', (event: LiveEvent<{ unread?: number; title?: string }>) => {
		reached(event);
		if (!seen.isNew(event) || event.data.unread === undefined) {
			return;
		}
		show(badge, event.data.unread);
		const said = document.getElementById('said');
		if (said && event.data.title) {
			said.textContent = event.data.title;
		}
	});
}

if (unreadMessages) {
	const count = new Pace(async () => {
		const answer = await fetch('/chat/unread');
		if (answer.ok) {
			show(unreadMessages, ((await answer.json()) as { unread: number }).unread);
		}
	});
	socket.on('conversation-updated', () => count.ask());
}

if (posts) {
	completePosts(posts);
	new LiveThread(posts, socket).join();
}
