import { redirect } from '@sveltejs/kit';
import { keepSecret } from '#lib/server/pages.ts';
import { ownPath, startSignIn } from '#lib/server/provider.ts';
import { currentSettings } from '#lib/server/settings.ts';
import type { RequestHandler } from './$types';

/** Sends the reader to the provider's sign-in page, with `again` even one who is signed in. */
export const GET: RequestHandler = async (event) => {
	keepSecret(event);
	const back = ownPath(event.url.searchParams.get('back'));
	const again = event.url.searchParams.has('again');
	const { publicUrl } = currentSettings();
	// Requests for another host than the public one are of another origin.
	const provider = { external: [publicUrl.origin] };
	if (event.url.host !== publicUrl.host) {
		// The provider returns to the public address, which must have the cookie.
		redirect(303, new URL(`/sign-in?${again ? 'again=true&' : ''}back=${encodeURIComponent(back)}`, publicUrl), provider);
	}
	if (event.locals.session && !again) {
		redirect(303, back);
	}
	redirect(303, await startSignIn(event.cookies, back, again), provider);
};
