import { readForm, readQuery } from '#lib/server/forms.ts';
import { outcome, requireAdministrator, requireData } from '#lib/server/problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { service } = event.params;
	const answer = await event.locals.api.operations.GET('/api/v1/admin/{service}/outbox/parked', {
		params: { path: { service }, query: readQuery(event.url, 'cursor') }
	});
	const page = requireData(event, answer);
	return { service, events: page.data, ...page.meta.pagination };
};

export const actions: Actions = {
	retry: async (event) => {
		requireAdministrator(event);
		const { id } = await readForm(event.request, 'id');
		const answer = await event.locals.api.operations.POST('/api/v1/admin/{service}/outbox/parked/{id}/retry', {
			params: { path: { service: event.params.service, id } }
		});
		return outcome(event, answer, 'administration.replayed');
	},
	drop: async (event) => {
		requireAdministrator(event);
		const { id } = await readForm(event.request, 'id');
		const answer = await event.locals.api.operations.DELETE('/api/v1/admin/{service}/outbox/parked/{id}', {
			params: { path: { service: event.params.service, id } }
		});
		return outcome(event, answer, 'administration.dropped');
	}
};
