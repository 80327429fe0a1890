import { isDue, ListedShelf, Outbox, sendByRequest } from './outbox';
import { passes } from './passing';

/** Codes of refusals that end when the reader of the page has signed in again. */
const LATER = new Set(['auth.required', 'reader.other']);

/** Sends what waits in the conversations of a reader, except in that of the page, which does it itself. */
export async function sendWaiting(reader: string, here: string | undefined): Promise<void> {
	const own = `outbox:${reader}:`;
	const shelf = new ListedShelf(() => localStorage);
	for (const conversation of new Set(shelf.names(own).map((name) => name.slice(own.length).split(':')[0] ?? ''))) {
		if (conversation !== here) {
			await send(new Outbox(shelf, own + conversation), conversation);
		}
	}
}

/** Sends messages in their order, until one has to wait; those that are refused wait for their author. */
async function send(outbox: Outbox, conversation: string): Promise<void> {
	for (const message of outbox.all().filter(isDue)) {
		const { ok, code } = await sendByRequest(conversation, message);
		if (ok) {
			outbox.remove(message.clientId);
		} else if (passes(code) || LATER.has(code ?? '')) {
			return;
		} else {
			outbox.hold(message);
		}
	}
}
