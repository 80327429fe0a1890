import { categoryNames } from '#lib/server/desk.ts';
import { requireData } from '#lib/server/problems.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { forum } = event.locals.api;
	const cursor = event.url.searchParams.get('cursor');
	const [categories, threads] = await Promise.all([
		forum.GET('/api/v1/categories'),
		forum.GET('/api/v1/threads', { params: { query: cursor ? { cursor } : {} } })
	]);
	const page = requireData(event, threads);
	return {
		categories: requireData(event, categories).data,
		threads: page.data,
		categoryNames: await categoryNames(event, page.data.map(({ category }) => category)),
		...page.meta.pagination
	};
};
