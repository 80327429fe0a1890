import { hideFromRobots } from '#lib/server/pages.ts';
import { requireData, requireSession } from '#lib/server/problems.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireSession(event);
	hideFromRobots(event);
	const cursor = event.url.searchParams.get('cursor');
	const answer = await event.locals.api.moderation.GET('/api/v1/moderation/statements', {
		params: { query: cursor ? { cursor } : {} }
	});
	const page = requireData(event, answer);
	return { statements: page.data, ...page.meta.pagination };
};
