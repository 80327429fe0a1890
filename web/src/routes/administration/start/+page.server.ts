import { startingThreads, START_TAGS } from '#lib/start.ts';
import { chosen } from '#lib/server/forms.ts';
import { refuse, requireAdministrator, requireData } from '#lib/server/problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireAdministrator(event);
	const { auth, forum } = event.locals.api;
	const [admins, ...lists] = await Promise.all([
		auth.GET('/api/v1/admin/users', { params: { query: { role: 'admin', limit: 100 } } }),
		...START_TAGS.map((tag) => forum.GET('/api/v1/threads', { params: { query: { tag, sort: 'newest', limit: 100 } } }))
	]);
	const administrators = requireData(event, admins).data.map(({ username }) => username);
	return { threads: startingThreads(lists.flatMap((list) => requireData(event, list).data), administrators) };
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
