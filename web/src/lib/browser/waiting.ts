import { isDue, Outbox, sendByRequest } from './outbox';
import { passes } from './passing';
import { Shelf } from './shelf';

/** Codes of refusals that end when the reader of the page has signed in again. */
const LATER = new Set(['auth.required', 'reader.other']);

/** Sends what waits in the conversations of a reader, except in that of the page, which does it itself. */
export async function sendWaiting(reader: string, here: string | undefined): Promise<void> {
	const own = `outbox:${reader}:`;
	for (const name of Object.keys(localStorage).filter((one) => one.startsWith(own))) {
		const conversation = name.slice(own.length);
		if (conversation !== here) {
			await send(new Outbox(new Shelf(() => localStorage), name), conversation);
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
