import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { MUTE_HOURS, type Conversation, type Message } from '#lib/chat.ts';
import { translator } from '#lib/messages/index.ts';
import { chosen, texts } from './forms';
import { describe } from './media';
import { hideFromRobots } from './pages';
import { codeOf, requireAuthor, requireData, requireSession, type Answer } from './problems';
import { promptly } from './promptly';

/** The number of a message in an address; null for anything else. */
export function seqOf(text: string | null): number | null {
	return text && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null;
}

/** The address of a message in its conversation. */
export function addressOf(message: { conversationId: string; seq: number | null }): string {
	const base = `/chat/${message.conversationId}`;
	return message.seq === null ? base : `${base}?message=${message.seq}#message-${message.seq}`;
}

/** The latest rooms, among which that of an address is looked for. */
const LATEST = 100;

/**
 * Returns a conversation of the reader.
 * @throws the error page of its problem, which offers to join a room that is open to the reader
 */
export async function requireConversation(event: RequestEvent, answer: Answer<{ data: Conversation }>): Promise<Conversation> {
	if (answer.response.status === 404) {
		const rooms = await promptly(event.locals.api.chat.GET('/api/v1/chat/rooms', { params: { query: { limit: LATEST } } }), null);
		const room = rooms?.data?.data.find(({ id }) => id === event.params.id);
		if (room) {
			error(404, { code: codeOf(answer), message: translator(event.locals.language)('error.room'), room: { id: room.id, name: room.name ?? '' } });
		}
	}
	return requireData(event, answer).data;
}

/** Returns the message of a page and its entity tag. */
export async function requireMessage(event: RequestEvent, id: string): Promise<{ message: Message; tag: string }> {
	requireSession(event);
	hideFromRobots(event);
	const answer = await event.locals.api.chat.GET('/api/v1/chat/messages/{id}', { params: { path: { id } } });
	const { data } = requireData(event, answer);
	return { message: data, tag: answer.response.headers.get('etag') ?? '' };
}

/** Returns the message of a page that only its author uses. */
export async function requireOwnMessage(event: RequestEvent, id: string): Promise<{ message: Message; tag: string }> {
	const found = await requireMessage(event, id);
	requireAuthor(event, found.message.author, 'message.forbidden');
	return found;
}

/** Returns to a message after its change. */
export function backTo(message: { conversationId: string; seq: number | null }): never {
	redirect(303, addressOf(message));
}

export function isMuteLength(text: string): text is (typeof MUTE_HOURS)[number] {
	return (MUTE_HOURS as readonly string[]).includes(text);
}

/** Sends the message of a form with its pictures; the same `clientId` sends it once. */
export async function sendMessage(event: RequestEvent, conversation: string) {
	const form = await event.request.formData();
	const { text, replyTo, clientId } = texts(form, 'text', 'replyTo', 'clientId');
	const attachments = chosen(form, 'media');
	const alts = chosen(form, 'alt');
	const given = { text, replyTo, clientId, media: attachments.join('\n'), alt: alts.join('\n') };
	const undescribed = await describe(event, attachments, alts);
	if (undescribed) {
		return { answer: { ...undescribed, data: undefined }, given };
	}
	const answer = await event.locals.api.chat.POST('/api/v1/chat/conversations/{id}/messages', {
		params: { path: { id: conversation } },
		body: {
			text,
			...(replyTo ? { replyTo } : {}),
			...(clientId ? { clientId } : {}),
			...(attachments.length ? { attachments } : {})
		}
	});
	return { answer, given };
}
