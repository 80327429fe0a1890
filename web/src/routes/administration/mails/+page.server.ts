import { readQuery } from '#lib/server/forms.ts';
import { requireData } from '#lib/server/problems.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const query = readQuery(event.url, 'state', 'cursor');
	const answer = await event.locals.api.notification.GET('/api/v1/admin/notification-service/mails', {
		params: { query }
	});
	const page = requireData(event, answer);
	return { state: query.state ?? '', mails: page.data, ...page.meta.pagination };
};
