import { readQuery } from '#lib/server/forms.ts';
import { requireData } from '#lib/server/problems.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const answer = await event.locals.api.notification.GET('/api/v1/admin/notification-service/health-checks', {
		params: { query: readQuery(event.url, 'cursor') }
	});
	const page = requireData(event, answer);
	return { checks: page.data, ...page.meta.pagination };
};
