import { readForm, readQuery } from '#lib/server/forms.ts';
import { filteredPage, refuse, requireAdministrator } from '#lib/server/problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { service } = event.params;
	const query = readQuery(event.url, 'queue', 'type', 'cursor');
	const answer = await event.locals.api.operations.GET('/api/v1/admin/{service}/dead-letters', {
		params: { path: { service }, query }
	});
	const { found: letters, ...page } = filteredPage(event, answer);
	return { service, query, letters, ...page };
};

export const actions: Actions = {
	default: async (event) => {
		requireAdministrator(event);
		const { queue } = await readForm(event.request, 'queue');
		const answer = await event.locals.api.operations.POST('/api/v1/admin/{service}/dead-letters/replay', {
			params: { path: { service: event.params.service }, query: { queue } }
		});
		return answer.data ? { replayed: answer.data.data } : refuse(event, answer, {});
	}
};
