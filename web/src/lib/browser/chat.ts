import type { LiveEvent } from './arrivals';
import { ChatComposer } from './composer';
import { onceConnected, onReconnect, socket } from './connection';
import { LiveConversation } from './conversation';
import { Pace } from './pace';
import { loadPage, peekAt, swap } from './page';
import { followPresence, readPresence } from './presence';
import { sendWaiting } from './waiting';

followPresence();

const messages = document.getElementById('messages');

const form = document.getElementById('send') as HTMLFormElement | null;

if (messages && form) {
	const conversation = new LiveConversation(messages);
	new ChatComposer(form, conversation).start();
	// The keyboard of a phone would cover the messages.
	if (matchMedia('(hover: hover) and (min-width: 68.75rem)').matches && !location.search && document.activeElement === document.body) {
		document.getElementById('text')?.focus({ preventScroll: true });
	}
} else {
	onceConnected(() => void readPresence());
}

const list = document.getElementById('conversations');

if (list) {
	const { current, reader = '' } = list.dataset;
	const sendOthers = () => void sendWaiting(reader, messages?.dataset.conversation).catch(() => undefined);
	addEventListener('online', sendOthers);
	sendOthers();
	// Beside a conversation, the list is that of its own page.
	const address = current ? `/chat?current=${current}` : location.href;
	const refresh = new Pace(async () => {
		swap(await loadPage(address, { cache: 'no-store' }), ['conversations']);
		if (isHeadingOld) {
			isHeadingOld = false;
			const fresh = await peekAt(location.pathname);
			swap(fresh, ['heading']);
			document.title = fresh.title;
		}
	});
	let isHeadingOld = false;
	socket.on('conversation-updated', ({ type, data }: LiveEvent<{ id: string }>) => {
		// A name, or members: each message changes the list, too.
		const isRare = !/^(?:message|position)/.test(type);
		isHeadingOld ||= isRare && data.id === messages?.dataset.conversation;
		refresh.ask(isRare);
	});
	onceConnected(() => (document.documentElement.dataset.live = 'true'));
	// Events from before the connection, or while it was lost, are not repeated.
	(current ? onReconnect : onceConnected)(() => refresh.ask());
}
