import { readProvider } from '#lib/server/identities.ts';
import { useKey } from '#lib/server/forms.ts';
import { refuse, requireAdministrator, requireData } from '#lib/server/problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const answer = await event.locals.api.auth.GET('/api/v1/admin/identity-providers');
	return { providers: requireData(event, answer).data, key: crypto.randomUUID() };
};

export const actions: Actions = {
	default: async (event) => {
		requireAdministrator(event);
		const { id, kind, key, values, body } = await readProvider(event.request);
		const answer = await event.locals.api.auth.POST('/api/v1/admin/identity-providers', {
			params: { header: { 'Idempotency-Key': useKey(event, key) } },
			body: { ...body, id, kind, clientSecret: body.clientSecret ?? '' }
		});
		return answer.data
			? { done: 'administration.created' as const, created: answer.data.data }
			: refuse<Record<string, string>>(event, answer, { id, kind, ...values });
	}
};
