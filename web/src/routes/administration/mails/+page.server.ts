import { readQuery } from '#lib/server/forms.ts';
import { findFiltered, peopleOf } from '#lib/server/administration.ts';
import { filteredPage } from '#lib/server/problems.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { user: name, ...query } = readQuery(event.url, 'user', 'state', 'cursor');
	const filtered = name ? await findFiltered(event, name) : null;
	const state = query.state ?? '';
	if (filtered && !filtered.id) {
		return { user: filtered.user, state, mails: [], people: {}, next: null, prev: null, refusal: filtered.refusal };
	}
	const answer = await event.locals.api.notification.GET('/api/v1/admin/notification-service/mails', {
		params: { query: { ...query, ...(filtered?.id ? { user: filtered.id } : {}) } }
	});
	const { found: mails, ...page } = filteredPage(event, answer);
	const people = await peopleOf(event, mails.map(({ userId }) => userId));
	return { user: filtered?.user, state, mails, people, ...page };
};
