import { requireData } from '#lib/server/problems.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { id } = event.params;
	const answer = await event.locals.api.auth.GET('/api/v1/admin/erasures/{id}', { params: { path: { id } } });
	return { erasure: requireData(event, answer).data };
};
