import { requireData } from '#lib/server/problems.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const answer = await event.locals.api.forum.GET('/api/v1/admin/thread-works/{id}', {
		params: { path: { id: event.params.id } }
	});
	return { work: requireData(event, answer).data };
};
