import { outcome, requireAdministrator, requireData } from '#lib/server/problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const answer = await event.locals.api.webhook.GET('/api/v1/webhook/logs/{id}', {
		params: { path: { id: event.params.id } }
	});
	return { receipt: requireData(event, answer).data };
};

export const actions: Actions = {
	default: async (event) => {
		requireAdministrator(event);
		const answer = await event.locals.api.webhook.POST('/api/v1/webhook/logs/{id}/replay', {
			params: { path: { id: event.params.id } }
		});
		return outcome(event, answer, 'administration.replayed');
	}
};
