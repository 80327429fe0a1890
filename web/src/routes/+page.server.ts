import { knownCategories, usedTags } from '#lib/server/desk.ts';
import { promptly } from '#lib/server/promptly.ts';
import { sortOf } from '#lib/forum.ts';
import { requireData } from '#lib/server/problems.ts';
import { threadsOf } from '#lib/server/threads.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const sort = sortOf(event.url.searchParams.get('sort'), event.locals.session !== null);
	const [categories, page, tags] = await Promise.all([
		event.locals.api.forum.GET('/api/v1/categories'),
		threadsOf(event, sort),
		promptly(usedTags(event), [])
	]);
	return {
		categories: requireData(event, categories).data,
		sort,
		tags,
		knownCategories: await knownCategories(event, page.threads.map(({ category }) => category)),
		...page
	};
};
