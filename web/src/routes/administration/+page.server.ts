import { firstDay } from '#lib/server/firstday.ts';
import { requireAdministrator, requireData } from '#lib/server/problems.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireAdministrator(event);
	const [answer, steps] = await Promise.all([
		event.locals.api.forum.GET('/api/v1/admin/stats', { params: { query: { limit: 100 } } }),
		firstDay(event)
	]);
	const { latest, history } = requireData(event, answer).data;
	return { latest, history, steps };
};
