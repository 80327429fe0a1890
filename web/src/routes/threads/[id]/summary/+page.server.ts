import { redirect } from '@sveltejs/kit';
import { hideFromRobots } from '#lib/server/pages.ts';
import { continueAt, requireData, requireSession } from '#lib/server/problems.ts';
import { lastNumber } from '#lib/server/threads.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	hideFromRobots(event);
	const { forum, summary } = event.locals.api;
	const params = { path: { id: event.params.id } };
	const [thread, found] = await Promise.all([
		forum.GET('/api/v1/threads/{id}', { params }),
		summary.GET('/api/v1/threads/{id}/summary', { params })
	]);
	const { data } = requireData(event, thread);
	if (data.id !== event.params.id) {
		redirect(301, `/threads/${data.id}/summary`);
	}
	return {
		thread: data,
		end: await lastNumber(event, data),
		summary: found.response.status === 404 ? null : requireData(event, found).data
	};
};

export const actions: Actions = {
	default: async (event) => {
		requireSession(event);
		const { id } = event.params;
		const answer = await event.locals.api.summary.POST('/api/v1/threads/{id}/summary', {
			params: { path: { id } }
		});
		return continueAt(event, answer, `/threads/${id}/summary`, {});
	}
};
