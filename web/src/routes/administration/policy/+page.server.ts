import { requireData } from '#lib/server/problems.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const answer = await event.locals.api.moderation.GET('/api/v1/admin/moderation-service/policy');
	return { policy: requireData(event, answer).data };
};
