import { chosen } from '#lib/server/forms.ts';
import { refuse, requireAdministrator } from '#lib/server/problems.ts';
import { threadsOfStart } from '#lib/server/start.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireAdministrator(event);
	return { threads: (await threadsOfStart(event)).threads };
};

export const actions: Actions = {
	default: async (event) => {
		requireAdministrator(event);
		for (const id of chosen(await event.request.formData(), 'thread')) {
			const answer = await event.locals.api.forum.DELETE('/api/v1/threads/{id}', { params: { path: { id } } });
			// One that somebody else has removed is removed.
			if (!answer.response.ok && ![404, 410].includes(answer.response.status)) {
				return refuse(event, answer, {});
			}
		}
		return { done: 'administration.startRemoved' as const };
	}
};
