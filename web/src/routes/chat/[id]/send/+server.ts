import { json } from '@sveltejs/kit';
import { sendMessage } from '#lib/server/chat.ts';
import { refusalOf } from '#lib/server/problems.ts';
import type { RequestHandler } from './$types';

/** Sends a message of a script that has no socket; the same `clientId` sends it once. */
export const POST: RequestHandler = async (event) => {
	const headers = { 'cache-control': 'no-store' };
	if (!event.locals.session) {
		return json({ ok: false, code: 'auth.required' }, { status: 401, headers });
	}
	const { answer } = await sendMessage(event, event.params.id);
	if (answer.data) {
		return json({ ok: true, message: answer.data.data }, { headers });
	}
	const { code, message, fields } = refusalOf(event, answer);
	return json({ ok: false, code, reason: fields.text ?? message }, { status: answer.response.status, headers });
};
