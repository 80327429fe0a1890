import { CASE_STATUSES } from '#lib/moderation.ts';
import { readQuery } from '#lib/server/forms.ts';
import { requireData } from '#lib/server/problems.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { cursor, status } = readQuery(event.url, 'cursor', 'status');
	const shown = status === 'all' ? status : (CASE_STATUSES.find((one) => one === status) ?? 'open');
	const answer = await event.locals.api.moderation.GET('/api/v1/admin/cases', {
		params: { query: { ...(cursor ? { cursor } : {}), ...(shown === 'all' ? {} : { status: shown }) } }
	});
	const page = requireData(event, answer);
	return { cases: page.data, shown, ...page.meta.pagination };
};
