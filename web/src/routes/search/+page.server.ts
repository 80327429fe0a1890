import { knownCategories } from '#lib/server/desk.ts';
import { hideFromRobots } from '#lib/server/pages.ts';
import { refusalOf, requireData } from '#lib/server/problems.ts';
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
	if (answer.response.status === 400) {
		return { query, newest, ...NOTHING, refusal: refusalOf(event, answer) };
	}
	const page = requireData(event, answer);
	const known = await knownCategories(event, page.data.map(({ category }) => category));
	return { query, newest, hits: page.data, knownCategories: known, refusal: null, ...page.meta.pagination };
};
