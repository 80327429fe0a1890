import { json } from '@sveltejs/kit';
import { readForm } from '#lib/server/forms.ts';
import { seqOf } from '#lib/server/chat.ts';
import { promptly } from '#lib/server/promptly.ts';
import type { RequestHandler } from './$types';

/** Saves how far the reader has read, for scripts, and returns how many messages are unread now. */
export const POST: RequestHandler = async (event) => {
	const seq = seqOf((await readForm(event.request, 'seq')).seq);
	if (!event.locals.session || seq === null) {
		return json({}, { status: seq === null ? 400 : 401 });
	}
	const { chat } = event.locals.api;
	const { response } = await chat.PUT('/api/v1/chat/conversations/{id}/read', {
		params: { path: { id: event.params.id } },
		body: { seq }
	});
	if (!response.ok) {
		return json({}, { status: response.status });
	}
	const unread = await promptly(chat.GET('/api/v1/chat/unread-count'), undefined);
	return json({ messages: unread?.data?.data.messages });
};
