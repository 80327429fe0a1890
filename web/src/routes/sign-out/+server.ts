import { FORGET, sessionCookie } from '#lib/server/session.ts';
import type { RequestHandler } from './$types';

/** Ends the session on the server, and with it the one at the provider. */
export const POST: RequestHandler = async (event) => {
	if (event.locals.session) {
		const answer = await event.locals.api.auth.POST('/api/v1/auth/logout');
		if (!answer.response.ok && answer.response.status !== 401) {
			throw new Error(`The session was not ended: ${answer.response.status}`);
		}
		sessionCookie.remove(event.cookies);
	}
	return new Response(null, { status: 303, headers: { location: '/', ...FORGET } });
};
