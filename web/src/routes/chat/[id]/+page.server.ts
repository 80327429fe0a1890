import { redirect, type RequestEvent } from '@sveltejs/kit';
import { firstNew, inOrder, muteEnd, otherOf, showsFirstNew, type Message } from '#lib/chat.ts';
import { isMuteLength, requireConversation, sendMessage, seqOf } from '#lib/server/chat.ts';
import { readForm } from '#lib/server/forms.ts';
import { timeOfReading } from '#lib/server/live.ts';
import { hideFromRobots, isAhead, isSeen } from '#lib/server/pages.ts';
import { presenceOf } from '#lib/server/presence.ts';
import { promptly } from '#lib/server/promptly.ts';
import { refuse, requireData, requireSession } from '#lib/server/problems.ts';
import type { Actions, PageServerLoad } from './$types';

/** Members whose read positions a page knows. */
const READERS = 100;

const NO_READERS: [string, number][] = [];

export const load: PageServerLoad = async (event) => {
	const { user } = requireSession(event);
	hideFromRobots(event);
	const { chat } = event.locals.api;
	const { id } = event.params;
	const { searchParams } = event.url;
	const cursor = searchParams.get('cursor');
	const around = seqOf(searchParams.get('message'));
	const replyTo = searchParams.get('replyTo');
	const path = { id };
	const since = timeOfReading();
	const [found, page, readers, others, answered] = await Promise.all([
		chat.GET('/api/v1/chat/conversations/{id}', { params: { path } }),
		chat.GET('/api/v1/chat/conversations/{id}/messages', {
			params: { path, query: { limit: 30, ...(cursor ? { cursor } : around ? { around } : {}) } }
		}),
		promptly(readersOf(event, id), NO_READERS),
		// Beside this one on a desk.
		promptly(chat.GET('/api/v1/chat/conversations', { params: { query: { limit: 15 } } }), null),
		replyTo ? chat.GET('/api/v1/chat/messages/{id}', { params: { path: { id: replyTo } } }) : undefined
	]);
	const conversation = await requireConversation(event, found);
	const { data, meta } = requireData(event, page);
	const messages: Message[] = inOrder(data);
	const last = messages.findLast(({ seq }) => seq !== null)?.seq ?? 0;
	const reads = isSeen(event) && !isAhead(event);
	if (last > conversation.readSeq && reads) {
		// Reading marks as read; the page does not wait for it.
		chat
			.PUT('/api/v1/chat/conversations/{id}/read', { params: { path }, body: { seq: last } })
			.catch(() => undefined);
	}
	const other = otherOf(conversation, user.username);
	const beside = others?.data?.data ?? [];
	const people = await presenceOf(
		event,
		[conversation, ...beside].flatMap((one) => otherOf(one, user.username)?.id ?? [])
	);
	const isNew = conversation.unreadCount > 0 && !cursor;
	const showsFirst = showsFirstNew(messages, conversation.readSeq, meta.pagination.next !== null);
	return {
		conversation,
		presence: other && people[other.id],
		people,
		messages,
		newFrom: isNew && showsFirst ? firstNew(messages, conversation.readSeq, user.username) : null,
		/** The first new message, if it is on an earlier page. */
		firstUnread: isNew && !showsFirst ? conversation.readSeq + 1 : null,
		readers,
		others: beside,
		answered: answered?.data?.data ?? null,
		since,
		last: reads ? last : conversation.readSeq,
		older: meta.pagination.next,
		newer: meta.pagination.prev,
		clientId: crypto.randomUUID()
	};
};

/** The read positions of the other members; of a large conversation those of the first. */
async function readersOf(event: RequestEvent, id: string): Promise<[string, number][]> {
	const answer = await event.locals.api.chat.GET('/api/v1/chat/conversations/{id}/members', {
		params: { path: { id }, query: { limit: READERS } }
	});
	return (answer.data?.data ?? [])
		.filter(({ person }) => person.id !== event.locals.session?.user.id)
		.map(({ person, readSeq }) => [person.id, readSeq]);
}

export const actions: Actions = {
	send: async (event) => {
		requireSession(event);
		const { answer, given } = await sendMessage(event, event.params.id);
		if (!answer.data) {
			return refuse(event, answer, given);
		}
		redirect(303, `/chat/${event.params.id}#latest`);
	},
	react: async (event) => {
		requireSession(event);
		const { message, seq, emoji, unset } = await readForm(event.request, 'message', 'seq', 'emoji', 'unset');
		const { chat } = event.locals.api;
		const params = { path: { id: message, emoji: unset || emoji } };
		const answer = unset
			? await chat.DELETE('/api/v1/chat/messages/{id}/reactions/{emoji}', { params })
			: await chat.PUT('/api/v1/chat/messages/{id}/reactions/{emoji}', { params });
		if (!answer.response.ok) {
			return refuse(event, answer, NOTHING_WRITTEN);
		}
		const number = seqOf(seq);
		redirect(303, `/chat/${event.params.id}${number ? `?message=${number}#message-${number}` : ''}`);
	},
	mute: async (event) => {
		requireSession(event);
		const { hours, on } = await readForm(event.request, 'hours', 'on');
		const until = on && isMuteLength(hours) ? muteEnd(hours) : null;
		const answer = await event.locals.api.chat.PUT('/api/v1/chat/conversations/{id}/mute', {
			params: { path: { id: event.params.id } },
			body: until ? { until } : ({} as { until: string })
		});
		return answer.response.ok ? redirect(303, `/chat/${event.params.id}`) : refuse(event, answer, NOTHING_WRITTEN);
	},
	leave: async (event) => {
		requireSession(event);
		const answer = await event.locals.api.chat.POST('/api/v1/chat/conversations/{id}/leave', {
			params: { path: { id: event.params.id } }
		});
		return answer.response.ok ? redirect(303, '/chat') : refuse(event, answer, NOTHING_WRITTEN);
	}
};

const NOTHING_WRITTEN = { text: '', replyTo: '', clientId: '', media: '', alt: '' };
