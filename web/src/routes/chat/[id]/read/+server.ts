import { json } from '@sveltejs/kit';
import { readForm } from '#lib/server/forms.ts';
import { seqOf } from '#lib/server/chat.ts';
import type { RequestHandler } from './$types';

/** Saves how far the reader has read, for scripts. */
export const POST: RequestHandler = async (event) => {
	const seq = seqOf((await readForm(event.request, 'seq')).seq);
	if (!event.locals.session || seq === null) {
		return json({}, { status: seq === null ? 400 : 401 });
	}
	const answer = await event.locals.api.chat.PUT('/api/v1/chat/conversations/{id}/read', {
		params: { path: { id: event.params.id } },
		body: { seq }
	});
	return json({}, { status: answer.response.ok ? 200 : answer.response.status });
};
