import { redirect } from '@sveltejs/kit';
import { zoneOf } from '#lib/server/account.ts';
import { keepSecret } from '#lib/server/pages.ts';
import { backOfSignIn, completeSignIn, replaceSignIn } from '#lib/server/provider.ts';
import { sessionCookie } from '#lib/server/session.ts';
import type { PageServerLoad } from './$types';

/** The provider returns the reader here, with a code or an error. */
export const load: PageServerLoad = async (event) => {
	keepSecret(event);
	const back = await backOfSignIn(event.cookies, event.url.searchParams.get('state'));
	const completed = await completeSignIn(event.cookies, event.url.search).catch((failure: unknown) => {
		console.warn(JSON.stringify({ level: 'warn', message: 'sign-in failed', error: String(failure) }));
		return 'failed' as const;
	});
	if (completed === null) {
		// The browser's way back leads through a sign-in that is completed.
		if (event.locals.session) {
			redirect(303, back);
		}
		const next = await replaceSignIn(event.cookies, event.url.search);
		if (next) {
			redirect(303, next, { external: [next.origin] });
		}
	} else if (completed !== 'failed') {
		const { session } = completed;
		const timeZone = await zoneOf(event.locals.apiWith(session.accessToken));
		await sessionCookie.write(event.cookies, { ...session, timeZone });
		redirect(303, completed.back);
	}
	return { back };
};
