import { proofOf } from '#lib/server/apps.ts';
import { readForm, useKey } from '#lib/server/forms.ts';
import { outcome, refuse, requireAdministrator, requireData } from '#lib/server/problems.ts';
import { currentSettings } from '#lib/server/settings.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const answer = await event.locals.api.auth.GET('/api/v1/admin/discourse-sites');
	return { sites: requireData(event, answer).data, key: crypto.randomUUID(), address: new URL('/session/sso_provider', currentSettings().publicUrl).href };
};

export const actions: Actions = {
	create: async (event) => {
		requireAdministrator(event);
		const form = await readForm(event.request, 'key', 'name', 'address', 'password', 'otp');
		const { name, address } = form;
		const answer = await event.locals.api.auth.POST('/api/v1/admin/discourse-sites', {
			params: { header: { 'Idempotency-Key': useKey(event, form.key) } },
			body: { name, address, ...proofOf(form) }
		});
		return answer.data
			? { done: 'administration.created' as const, secret: answer.data.data.secret }
			: refuse<Record<string, string>>(event, answer, { name, address });
	},
	remove: async (event) => {
		requireAdministrator(event);
		const { id } = await readForm(event.request, 'id');
		const answer = await event.locals.api.auth.DELETE('/api/v1/admin/discourse-sites/{id}', {
			params: { path: { id } }
		});
		return outcome(event, answer, 'administration.saved');
	}
};
