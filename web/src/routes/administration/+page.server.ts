import { requireData } from '#lib/server/problems.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const answer = await event.locals.api.forum.GET('/api/v1/admin/stats', {
		params: { query: { limit: 100 } }
	});
	return { history: requireData(event, answer).data.history };
};
