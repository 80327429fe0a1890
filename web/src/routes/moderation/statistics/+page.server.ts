import { requireData } from '#lib/server/problems.ts';
import { PERIODS } from '#lib/moderation.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const wanted = Number(event.url.searchParams.get('days'));
	const days = PERIODS.find((one) => one === wanted) ?? 30;
	const answer = await event.locals.api.moderation.GET('/api/v1/admin/moderation-statistics', {
		params: { query: { days } }
	});
	return { days, statistics: requireData(event, answer).data };
};
