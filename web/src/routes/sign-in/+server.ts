import { redirect } from '@sveltejs/kit';
import { keepSecret } from '#lib/server/pages.ts';
import { ownPath, startSignIn } from '#lib/server/provider.ts';
import { currentSettings } from '#lib/server/settings.ts';
import type { RequestHandler } from './$types';

/**
 * Sends the reader to the provider's sign-in page, with `again` even one who is signed in. With the id of another
 * `provider` the reader goes on to that one at once, with the `invitation` of a newcomer.
 */
export const GET: RequestHandler = async (event) => {
	keepSecret(event);
	const given = event.url.searchParams;
	const back = ownPath(given.get('back'));
	const again = given.has('again');
	const { publicUrl } = currentSettings();
	// Requests for another host than the public one are of another origin.
	const provider = { external: [publicUrl.origin] };
	if (event.url.host !== publicUrl.host) {
		// The provider returns to the public address, which must have the cookie.
		const kept = new URLSearchParams([
			...(again ? [['again', 'true']] : []),
			...['provider', 'invitation'].flatMap((name) => (given.get(name) ? [[name, given.get(name) ?? '']] : [])),
			['back', back]
		]);
		redirect(303, new URL(`/sign-in?${kept}`, publicUrl), provider);
	}
	if (event.locals.session && !again) {
		redirect(303, back);
	}
	const signIn = await startSignIn(event.cookies, back, again);
	redirect(303, through(given.get('provider') ?? '', signIn, given.get('invitation')), provider);
};

/** The address that leads through another provider to a sign-in. */
function through(id: string, signIn: URL, invitation: string | null): URL {
	if (!/^[a-z0-9-]{2,30}$/.test(id)) {
		return signIn;
	}
	const address = new URL(`/oauth2/federation/${id}`, currentSettings().publicUrl);
	address.searchParams.set('continue', signIn.pathname + signIn.search);
	if (invitation) {
		address.searchParams.set('invitation', invitation);
	}
	return address;
}
