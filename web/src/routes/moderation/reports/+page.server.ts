import { REPORT_STATUSES } from '#lib/moderation.ts';
import { readQuery } from '#lib/server/forms.ts';
import { requireData } from '#lib/server/problems.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { cursor, status } = readQuery(event.url, 'cursor', 'status');
	const shown = REPORT_STATUSES.find((one) => one === status) ?? 'open';
	const answer = await event.locals.api.forum.GET('/api/v1/admin/reports', {
		params: { query: { status: shown, ...(cursor ? { cursor } : {}) } }
	});
	const page = requireData(event, answer);
	return { reports: page.data, shown, ...page.meta.pagination };
};
