import { readQuery } from '#lib/server/forms.ts';
import { filteredPage } from '#lib/server/problems.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const query = readQuery(event.url, 'q', 'role', 'status', 'cursor');
	const answer = await event.locals.api.auth.GET('/api/v1/admin/users', { params: { query } });
	const { found: users, ...page } = filteredPage(event, answer);
	return { query, users, ...page };
};
