import { redirect } from '@sveltejs/kit';
import { readForm } from '#lib/server/forms.ts';
import { hideFromRobots } from '#lib/server/pages.ts';
import { outcome, refuse, requireData, requireSession } from '#lib/server/problems.ts';
import { FORGET, sessionCookie } from '#lib/server/session.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireSession(event);
	hideFromRobots(event);
	return { sessions: requireData(event, await event.locals.api.auth.GET('/api/v1/auth/sessions')).data };
};

export const actions: Actions = {
	end: async (event) => {
		requireSession(event);
		const { id } = await readForm(event.request, 'id');
		const answer = await event.locals.api.auth.DELETE('/api/v1/auth/sessions/{id}', {
			params: { path: { id } }
		});
		return outcome(event, answer, 'settings.saved');
	},
	everywhere: async (event) => {
		requireSession(event);
		const answer = await event.locals.api.auth.POST('/api/v1/auth/logout-all');
		if (!answer.response.ok) {
			return refuse(event, answer, {});
		}
		sessionCookie.remove(event.cookies);
		event.setHeaders(FORGET);
		redirect(303, '/');
	}
};
