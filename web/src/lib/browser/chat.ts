import { ChatComposer } from './composer';
import { onceConnected, socket } from './connection';
import { LiveConversation } from './conversation';
import { loadPage, swap } from './page';
import { followPresence } from './presence';

/** The shortest time between two versions of the list, in milliseconds. */
const PAUSE = 1_000;

followPresence();

const messages = document.getElementById('messages');

const form = document.getElementById('send') as HTMLFormElement | null;

if (messages && form) {
	const conversation = new LiveConversation(messages);
	new ChatComposer(form, conversation).start();
}

if (document.getElementById('conversations')) {
	const { current } = document.getElementById('conversations')?.dataset ?? {};
	let waiting = false;
	const refresh = () => {
		if (waiting) {
			return;
		}
		waiting = true;
		setTimeout(async () => {
			waiting = false;
			// Beside a conversation, the list is that of its own page.
			swap(await loadPage(current ? `/chat?current=${current}` : location.href, { cache: 'no-store' }), ['conversations']);
		}, PAUSE);
	};
	socket.on('conversation-updated', refresh);
	// Events from before the connection, or while it was lost, are not repeated.
	onceConnected(() => {
		document.documentElement.dataset.live = 'true';
		if (!current) {
			refresh();
		}
	});
}
