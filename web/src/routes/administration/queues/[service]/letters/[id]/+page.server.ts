import { continueAt, requireAdministrator, requireData } from '#lib/server/problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const answer = await event.locals.api.operations.GET('/api/v1/admin/{service}/dead-letters/{id}', {
		params: { path: event.params }
	});
	return { service: event.params.service, letter: requireData(event, answer).data };
};

export const actions: Actions = {
	replay: async (event) => {
		requireAdministrator(event);
		const answer = await event.locals.api.operations.POST(
			'/api/v1/admin/{service}/dead-letters/{id}/replay',
			{ params: { path: event.params } }
		);
		return continueAt(event, answer, `/administration/queues/${event.params.service}`, {});
	},
	drop: async (event) => {
		requireAdministrator(event);
		const answer = await event.locals.api.operations.DELETE('/api/v1/admin/{service}/dead-letters/{id}', {
			params: { path: event.params }
		});
		return continueAt(event, answer, `/administration/queues/${event.params.service}`, {});
	}
};
