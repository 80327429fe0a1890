import { hideFromRobots } from '#lib/server/pages.ts';
import { filteredPage, requireSession } from '#lib/server/problems.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireSession(event);
	hideFromRobots(event);
	const query = (event.url.searchParams.get('q') ?? '').trim();
	if (!query) {
		return { query, found: [], next: null, prev: null, refusal: null };
	}
	const cursor = event.url.searchParams.get('cursor');
	const answer = await event.locals.api.chat.GET('/api/v1/chat/search', {
		params: { query: { q: query, ...(cursor ? { cursor } : {}) } }
	});
	return { query, ...filteredPage(event, answer) };
};
