import { readForm, readQuery } from '#lib/server/forms.ts';
import { outcome, requireAdministrator, requireData } from '#lib/server/problems.ts';
import type { Actions, PageServerLoad } from './$types';

const PATH = '/api/v1/admin/notification-service/suppressions';

export const load: PageServerLoad = async (event) => {
	const query = readQuery(event.url, 'reason', 'cursor');
	const page = requireData(event, await event.locals.api.notification.GET(PATH, { params: { query } }));
	return { reason: query.reason ?? '', suppressions: page.data, ...page.meta.pagination };
};

export const actions: Actions = {
	default: async (event) => {
		requireAdministrator(event);
		const { id } = await readForm(event.request, 'id');
		const answer = await event.locals.api.notification.DELETE(`${PATH}/{id}`, { params: { path: { id } } });
		return outcome(event, answer, 'suppression.lifted');
	}
};
