import { knownCategories } from '#lib/server/desk.ts';
import { hideFromRobots } from '#lib/server/pages.ts';
import { filteredPage } from '#lib/server/problems.ts';
import type { PageServerLoad } from './$types';

const NOTHING = { hits: [], next: null, prev: null, refusal: null };

export const load: PageServerLoad = async (event) => {
	hideFromRobots(event);
	const query = (event.url.searchParams.get('q') ?? '').trim();
	const newest = event.url.searchParams.get('sort') === 'newest';
	const cursor = event.url.searchParams.get('cursor');
	if (!query) {
		return { query, newest, ...NOTHING };
	}
	const answer = await event.locals.api.forum.GET('/api/v1/threads/search', {
		params: {
			query: { q: query, sort: newest ? 'newest' : 'relevance', ...(cursor ? { cursor } : {}) }
		}
	});
	const { found: hits, ...page } = filteredPage(event, answer);
	const known = await knownCategories(event, hits.map(({ category }) => category));
	return { query, newest, hits, knownCategories: known, ...page };
};
