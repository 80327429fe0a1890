import { json } from '@sveltejs/kit';
import { isTokenRefused } from '#lib/server/api/client.ts';
import { promptly } from '#lib/server/promptly.ts';
import type { RequestHandler } from './$types';

/** Returns the numbers of the reader's unread notifications and messages, for scripts; one that is not known is left out. */
export const GET: RequestHandler = async ({ locals }) => {
	const headers = { 'cache-control': 'no-store' };
	if (!locals.session) {
		return json({}, { status: 401, headers });
	}
	const { chat, notification } = locals.api;
	const [notifications, messages] = await Promise.all([
		promptly(notification.GET('/api/v1/notifications/unread-count'), undefined),
		promptly(chat.GET('/api/v1/chat/unread-count'), undefined)
	]);
	// The session has ended elsewhere.
	if ([notifications, messages].some((answer) => answer && isTokenRefused(answer.response))) {
		return json({}, { status: 401, headers });
	}
	return json({ notifications: notifications?.data?.data.count, messages: messages?.data?.data.messages }, { headers });
};
