import { requireData } from '#lib/server/problems.ts';
import { WINDOWS } from '#lib/social.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const window = WINDOWS.find((one) => one === event.url.searchParams.get('window')) ?? 'week';
	const answer = await event.locals.api.social.GET('/api/v1/social/leaderboard', {
		params: { query: { window } }
	});
	return { leaders: requireData(event, answer).data, window };
};
