import { APPEAL_STATUSES } from '#lib/statements.ts';
import { readQuery } from '#lib/server/forms.ts';
import { requireData } from '#lib/server/problems.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { cursor, status } = readQuery(event.url, 'cursor', 'status');
	const shown = APPEAL_STATUSES.find((one) => one === status) ?? 'open';
	const answer = await event.locals.api.moderation.GET('/api/v1/admin/appeals', {
		params: { query: { ...(cursor ? { cursor } : {}), status: shown } }
	});
	const page = requireData(event, answer);
	return { appeals: page.data, shown, ...page.meta.pagination };
};
