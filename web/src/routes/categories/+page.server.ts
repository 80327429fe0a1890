import { requireData } from '#lib/server/problems.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	categories: requireData(event, await event.locals.api.forum.GET('/api/v1/categories')).data
});
