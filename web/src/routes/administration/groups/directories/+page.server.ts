import { proofOf } from '#lib/server/apps.ts';
import { readForm, useKey } from '#lib/server/forms.ts';
import { outcome, refuse, requireAdministrator, requireData } from '#lib/server/problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const answer = await event.locals.api.auth.GET('/api/v1/admin/directory-tokens');
	return {
		tokens: requireData(event, answer).data,
		key: crypto.randomUUID(),
		address: new URL('/scim/v2', event.url).href
	};
};

export const actions: Actions = {
	create: async (event) => {
		requireAdministrator(event);
		const form = await readForm(event.request, 'key', 'description', 'password', 'otp');
		const { description } = form;
		const answer = await event.locals.api.auth.POST('/api/v1/admin/directory-tokens', {
			params: { header: { 'Idempotency-Key': useKey(event, form.key) } },
			body: { description, ...proofOf(form) }
		});
		return answer.data
			? { done: 'administration.created' as const, secret: answer.data.data.token }
			: refuse<Record<string, string>>(event, answer, { description });
	},
	revoke: async (event) => {
		requireAdministrator(event);
		const { id } = await readForm(event.request, 'id');
		const answer = await event.locals.api.auth.DELETE('/api/v1/admin/directory-tokens/{id}', {
			params: { path: { id } }
		});
		return outcome(event, answer, 'administration.saved');
	}
};
