import { readQuery } from '#lib/server/forms.ts';
import { findFiltered, peopleOf } from '#lib/server/administration.ts';
import { filteredPage } from '#lib/server/problems.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { user: name, ...query } = readQuery(event.url, 'user', 'act', 'cursor');
	const filtered = name ? await findFiltered(event, name) : null;
	if (filtered && !filtered.id) {
		return { user: filtered.user, query, records: [], people: {}, next: null, prev: null, refusal: filtered.refusal };
	}
	const answer = await event.locals.api.auth.GET('/api/v1/admin/audit', {
		params: { query: { ...query, ...(filtered?.id ? { user: filtered.id } : {}) } }
	});
	const { found: records, ...page } = filteredPage(event, answer);
	const people = await peopleOf(event, records.flatMap(({ userId, by }) => [userId, by]));
	return { user: filtered?.user, query, records, people, ...page };
};
