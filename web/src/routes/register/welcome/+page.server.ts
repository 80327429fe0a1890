import { parsedCredential, readForm } from '#lib/server/forms.ts';
import { readableAddress } from '#lib/server/mail.ts';
import { hideFromRobots } from '#lib/server/pages.ts';
import { outcome, requireData, requireSession } from '#lib/server/problems.ts';
import { ownPath } from '#lib/server/provider.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireSession(event);
	hideFromRobots(event);
	const { auth } = event.locals.api;
	const [me, options] = await Promise.all([
		auth.GET('/api/v1/users/me'),
		auth.POST('/api/v1/auth/passkeys/registration-options', { body: {} as never })
	]);
	const { email, emailVerified } = requireData(event, me).data;
	return {
		email: readableAddress(email ?? ''),
		emailVerified,
		back: ownPath(event.url.searchParams.get('return')),
		passkey: options.data?.data.excludeCredentials.length === 0 ? options.data.data : null
	};
};

export const actions: Actions = {
	resend: async (event) => {
		requireSession(event);
		return outcome(event, await event.locals.api.auth.POST('/api/v1/auth/resend-verification'), 'verify.resent');
	},
	/** Adds the passkey that the browser has created when it saved the password. */
	passkey: async (event) => {
		requireSession(event);
		const { name, credential } = await readForm(event.request, 'name', 'credential');
		const answer = await event.locals.api.auth.POST('/api/v1/auth/passkeys', {
			body: { name, credential: parsedCredential(credential), conditional: true }
		});
		return outcome(event, answer, 'welcome.passkey');
	}
};
