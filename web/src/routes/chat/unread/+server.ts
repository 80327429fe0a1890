import { json } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** Returns the number of the reader's unread messages, for scripts. */
export const GET: RequestHandler = async (event) => {
	const headers = { 'cache-control': 'no-store' };
	if (!event.locals.session) {
		return json({}, { status: 401, headers });
	}
	const answer = await event.locals.api.chat.GET('/api/v1/chat/unread-count');
	return answer.data
		? json({ unread: answer.data.data.messages }, { headers })
		: json({}, { status: answer.response.status, headers });
};
