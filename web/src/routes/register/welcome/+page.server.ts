import { readableAddress } from '#lib/server/mail.ts';
import { hideFromRobots } from '#lib/server/pages.ts';
import { outcome, requireData, requireSession } from '#lib/server/problems.ts';
import { ownPath } from '#lib/server/provider.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireSession(event);
	hideFromRobots(event);
	const { email, emailVerified } = requireData(event, await event.locals.api.auth.GET('/api/v1/users/me')).data;
	return { email: readableAddress(email), emailVerified, back: ownPath(event.url.searchParams.get('return')) };
};

export const actions: Actions = {
	resend: async (event) => {
		requireSession(event);
		return outcome(event, await event.locals.api.auth.POST('/api/v1/auth/resend-verification'), 'verify.resent');
	}
};
