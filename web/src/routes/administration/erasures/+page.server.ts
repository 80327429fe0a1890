import { readQuery } from '#lib/server/forms.ts';
import { requireData } from '#lib/server/problems.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const query = readQuery(event.url, 'cursor');
	const page = requireData(event, await event.locals.api.auth.GET('/api/v1/admin/erasures', { params: { query } }));
	return { erasures: page.data, ...page.meta.pagination };
};
