import { hideFromRobots } from '#lib/server/pages.ts';
import { refusalOf, requireData, requireSession } from '#lib/server/problems.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireSession(event);
	hideFromRobots(event);
	const query = (event.url.searchParams.get('q') ?? '').trim();
	const nothing = { query, found: [], next: null, prev: null, refusal: null };
	if (!query) {
		return nothing;
	}
	const cursor = event.url.searchParams.get('cursor');
	const answer = await event.locals.api.chat.GET('/api/v1/chat/search', {
		params: { query: { q: query, ...(cursor ? { cursor } : {}) } }
	});
	if (answer.response.status === 400 || answer.response.status === 422) {
		return { ...nothing, refusal: refusalOf(event, answer) };
	}
	const page = requireData(event, answer);
	return { query, found: page.data, refusal: null, ...page.meta.pagination };
};
