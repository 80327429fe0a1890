import { json } from '@sveltejs/kit';
import { keepSecret } from '#lib/server/pages.ts';
import type { RequestHandler } from './$types';

/** Returns a token that opens the reader's socket and nothing else. */
export const POST: RequestHandler = async (event) => {
	keepSecret(event);
	if (!event.locals.session) {
		return json({}, { status: 401 });
	}
	const answer = await event.locals.api.auth.POST('/api/v1/auth/socket-token');
	return answer.data ? json({ token: answer.data.data.token }) : json({}, { status: answer.response.status });
};
