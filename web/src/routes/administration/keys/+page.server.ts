import { outcome, requireAdministrator, requireData } from '#lib/server/problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	keys: requireData(event, await event.locals.api.auth.GET('/api/v1/admin/keys')).data
});

export const actions: Actions = {
	default: async (event) => {
		requireAdministrator(event);
		const answer = await event.locals.api.auth.POST('/api/v1/admin/keys/rotate');
		return outcome(event, answer, 'administration.keysRotated');
	}
};
