import { readQuery } from '#lib/server/forms.ts';
import { requireData } from '#lib/server/problems.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const query = readQuery(event.url, 'provider', 'status', 'cursor');
	const answer = await event.locals.api.webhook.GET('/api/v1/webhook/logs', { params: { query } });
	const page = requireData(event, answer);
	return { query, receipts: page.data, ...page.meta.pagination };
};
