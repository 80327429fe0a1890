import { knownCategories } from '#lib/server/desk.ts';
import { sortOf } from '#lib/forum.ts';
import { requireData } from '#lib/server/problems.ts';
import { unreadFrom } from '#lib/server/unread.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { forum } = event.locals.api;
	const sort = sortOf(event.url.searchParams.get('sort'));
	const cursor = event.url.searchParams.get('cursor');
	const [categories, threads] = await Promise.all([
		forum.GET('/api/v1/categories'),
		forum.GET('/api/v1/threads', { params: { query: { ...(sort === 'latest' ? {} : { sort }), ...(cursor ? { cursor } : {}) } } })
	]);
	const page = requireData(event, threads);
	return {
		categories: requireData(event, categories).data,
		threads: page.data,
		unreadFrom: await unreadFrom(event, page.data),
		sort,
		knownCategories: await knownCategories(event, page.data.map(({ category }) => category)),
		...page.meta.pagination
	};
};
