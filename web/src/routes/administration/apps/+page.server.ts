import { readAppForm } from '#lib/server/apps.ts';
import { idempotencyKey, readQuery } from '#lib/server/forms.ts';
import { refuse, requireAdministrator, requireData } from '#lib/server/problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const answer = await event.locals.api.auth.GET('/api/v1/admin/oauth-clients', {
		params: { query: readQuery(event.url, 'owner', 'cursor') }
	});
	const page = requireData(event, answer);
	return { apps: page.data, key: crypto.randomUUID(), ...page.meta.pagination };
};

export const actions: Actions = {
	default: async (event) => {
		requireAdministrator(event);
		const { kind, key, body, values } = await readAppForm(event.request);
		const answer = await event.locals.api.auth.POST('/api/v1/admin/oauth-clients', {
			params: { header: { 'Idempotency-Key': idempotencyKey(key) } },
			body: { ...body, kind }
		});
		return answer.data
			? { done: 'administration.created' as const, created: answer.data.data }
			: refuse<Record<string, string>>(event, answer, values);
	}
};
