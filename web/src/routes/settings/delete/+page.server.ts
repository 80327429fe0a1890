import { proofOf } from '#lib/server/apps.ts';
import { readForm } from '#lib/server/forms.ts';
import { hideFromRobots } from '#lib/server/pages.ts';
import { refuse, requireSession } from '#lib/server/problems.ts';
import { FORGET, sessionCookie } from '#lib/server/session.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	requireSession(event);
	hideFromRobots(event);
};

export const actions: Actions = {
	default: async (event) => {
		requireSession(event);
		const answer = await event.locals.api.auth.DELETE('/api/v1/users/me', {
			body: proofOf(await readForm(event.request, 'password', 'otp')) as never
		});
		if (!answer.response.ok) {
			return refuse(event, answer, {});
		}
		sessionCookie.remove(event.cookies);
		event.setHeaders(FORGET);
		return { done: 'settings.deleted' as const };
	}
};
