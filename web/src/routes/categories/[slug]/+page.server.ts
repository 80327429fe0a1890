import { requireData } from '#lib/server/problems.ts';
import type { PageServerLoad } from './$types';

export const _SORTS = ['latest', 'newest', 'top', 'unanswered'] as const;

export const load: PageServerLoad = async (event) => {
	const { forum } = event.locals.api;
	const { slug } = event.params;
	const asked = event.url.searchParams.get('sort');
	const sort = _SORTS.find((one) => one === asked) ?? 'latest';
	const cursor = event.url.searchParams.get('cursor');
	const [category, threads] = await Promise.all([
		forum.GET('/api/v1/categories/{slug}', { params: { path: { slug } } }),
		forum.GET('/api/v1/threads', {
			params: { query: { category: slug, sort, ...(cursor ? { cursor } : {}) } }
		})
	]);
	const page = requireData(event, threads);
	return {
		category: requireData(event, category).data,
		threads: page.data,
		sort,
		sorts: _SORTS,
		...page.meta.pagination
	};
};
