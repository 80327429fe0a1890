import { requireData } from '#lib/server/problems.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	tags: requireData(event, await event.locals.api.forum.GET('/api/v1/tags', { params: { query: { limit: 50 } } })).data
});
