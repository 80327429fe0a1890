import { ALL_APPS, changesApp, proofOf } from '#lib/server/apps.ts';
import { readForm } from '#lib/server/forms.ts';
import { outcome, requireAdministrator, requireData } from '#lib/server/problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const answer = await event.locals.api.auth.GET('/api/v1/admin/oauth-clients/{id}', {
		params: { path: { id: event.params.id } }
	});
	return { app: requireData(event, answer).data, key: crypto.randomUUID() };
};

export const actions: Actions = {
	...changesApp(ALL_APPS),
	status: async (event) => {
		requireAdministrator(event);
		const form = await readForm(event.request, 'disabled', 'password', 'otp');
		const answer = await event.locals.api.auth.PATCH('/api/v1/admin/oauth-clients/{id}', {
			params: { path: { id: event.params.id } },
			body: { disabled: form.disabled === 'true', ...proofOf(form) }
		});
		return outcome(event, answer, 'administration.saved');
	}
};
