import { proofOf } from '#lib/server/apps.ts';
import { readForm, readQuery, useKey } from '#lib/server/forms.ts';
import { outcome, refuse, requireAdministrator, requireData } from '#lib/server/problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const answer = await event.locals.api.auth.GET('/api/v1/admin/oauth-registration-tokens', {
		params: { query: readQuery(event.url, 'cursor') }
	});
	const page = requireData(event, answer);
	return { tokens: page.data, key: crypto.randomUUID(), ...page.meta.pagination };
};

export const actions: Actions = {
	create: async (event) => {
		requireAdministrator(event);
		const form = await readForm(event.request, 'key', 'description', 'uses', 'password', 'otp');
		const { description, uses } = form;
		const answer = await event.locals.api.auth.POST('/api/v1/admin/oauth-registration-tokens', {
			params: { header: { 'Idempotency-Key': useKey(event, form.key) } },
			body: { description, ...(uses ? { uses: Number(uses) } : {}), ...proofOf(form) }
		});
		return answer.data
			? { done: 'administration.created' as const, secret: answer.data.data.token }
			: refuse<Record<string, string>>(event, answer, { description, uses });
	},
	revoke: async (event) => {
		requireAdministrator(event);
		const { id } = await readForm(event.request, 'id');
		const answer = await event.locals.api.auth.DELETE('/api/v1/admin/oauth-registration-tokens/{id}', {
			params: { path: { id } }
		});
		return outcome(event, answer, 'administration.saved');
	}
};
