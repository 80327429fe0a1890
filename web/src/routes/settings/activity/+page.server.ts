import { hideFromRobots } from '#lib/server/pages.ts';
import { requireData, requireSession } from '#lib/server/problems.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireSession(event);
	hideFromRobots(event);
	const cursor = event.url.searchParams.get('cursor');
	const answer = await event.locals.api.auth.GET('/api/v1/users/me/audit', {
		params: { query: cursor ? { cursor } : {} }
	});
	const page = requireData(event, answer);
	return { records: page.data, ...page.meta.pagination };
};
