import { readQuery } from '#lib/server/forms.ts';
import { requireData } from '#lib/server/problems.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { forum, moderation } = event.locals.api;
	const query = readQuery(event.url, 'cursor', 'category');
	const [log, categories] = await Promise.all([
		moderation.GET('/api/v1/moderation/log', { params: { query } }),
		forum.GET('/api/v1/categories')
	]);
	const page = requireData(event, log);
	return {
		entries: page.data,
		categories: (categories.data?.data ?? []).map(({ slug, name }) => ({ slug, name })),
		category: query.category ?? '',
		...page.meta.pagination
	};
};
