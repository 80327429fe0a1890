import { ownAccount } from '#lib/server/account.ts';
import { readForm } from '#lib/server/forms.ts';
import { refuse, requireSession } from '#lib/server/problems.ts';
import { sessionCookie } from '#lib/server/session.ts';
import { regionsOf } from '#lib/zones.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { account } = await ownAccount(event);
	return { account, regions: regionsOf(account.timeZone) };
};

export const actions: Actions = {
	default: async (event) => {
		requireSession(event);
		const { locale, timeZone } = await readForm(event.request, 'locale', 'timeZone');
		const answer = await event.locals.api.auth.PATCH('/api/v1/users/me', {
			body: { timeZone, ...(locale ? { locale } : {}) } as never
		});
		if (!answer.data) {
			return refuse(event, answer, { locale, timeZone });
		}
		// The call may have renewed it.
		const session = requireSession(event);
		session.timeZone = answer.data.data.timeZone;
		await sessionCookie.write(event.cookies, session);
		return { done: 'settings.saved' as const };
	}
};
