import { redirect } from '@sveltejs/kit';
import { keepSecret } from '#lib/server/pages.ts';
import { completeSignIn } from '#lib/server/provider.ts';
import { sessionCookie } from '#lib/server/session.ts';
import type { PageServerLoad } from './$types';

/** The provider returns the reader here, with a code or an error. */
export const load: PageServerLoad = async (event) => {
	keepSecret(event);
	const completed = await completeSignIn(event.cookies, event.url.search).catch((failure: unknown) => {
		console.warn(JSON.stringify({ level: 'warn', message: 'sign-in failed', error: String(failure) }));
		return null;
	});
	if (completed) {
		await sessionCookie.write(event.cookies, completed.session);
		redirect(303, completed.back);
	}
};
