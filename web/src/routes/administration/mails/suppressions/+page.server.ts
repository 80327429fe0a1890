import { readForm, readQuery } from '#lib/server/forms.ts';
import { findFiltered, peopleOf } from '#lib/server/administration.ts';
import { filteredPage, outcome, requireAdministrator } from '#lib/server/problems.ts';
import type { Actions, PageServerLoad } from './$types';

const PATH = '/api/v1/admin/notification-service/suppressions';

export const load: PageServerLoad = async (event) => {
	const { user: name, ...query } = readQuery(event.url, 'user', 'reason', 'cursor');
	const filtered = name ? await findFiltered(event, name) : null;
	const reason = query.reason ?? '';
	if (filtered && !filtered.id) {
		return { user: filtered.user, reason, suppressions: [], people: {}, next: null, prev: null, refusal: filtered.refusal };
	}
	const answer = await event.locals.api.notification.GET(PATH, {
		params: { query: { ...query, ...(filtered?.id ? { user: filtered.id } : {}) } }
	});
	const { found: suppressions, ...page } = filteredPage(event, answer);
	const people = await peopleOf(event, suppressions.map(({ userId }) => userId));
	return { user: filtered?.user, reason, suppressions, people, ...page };
};

export const actions: Actions = {
	default: async (event) => {
		requireAdministrator(event);
		const { id } = await readForm(event.request, 'id');
		const answer = await event.locals.api.notification.DELETE(`${PATH}/{id}`, { params: { path: { id } } });
		return outcome(event, answer, 'suppression.lifted');
	}
};
