import { log } from '#lib/server/log.ts';
import { FORGET, sessionCookie } from '#lib/server/session.ts';
import type { RequestHandler } from './$types';

/**
 * Ends the session on the server, and with it the one at the provider. When the API does not end it, this browser forgets
 * it all the same, and the provider asks for a sign-out of its own.
 */
export const POST: RequestHandler = async (event) => {
	let location = '/';
	if (event.locals.session) {
		const { status } = await event.locals.api.auth.POST('/api/v1/auth/logout').then(
			({ response }) => response,
			() => new Response(null, { status: 503 })
		);
		if (status >= 400 && status !== 401) {
			log({ level: 'WARN', message: 'The session was not ended', fields: { status: String(status) } });
			location = '/oauth2/logout';
		}
		sessionCookie.remove(event.cookies);
	}
	return new Response(null, { status: 303, headers: { location, ...FORGET } });
};
