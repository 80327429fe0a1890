import { readForm, useKey } from '#lib/server/forms.ts';
import { continueAt, refuse, requireAdministrator, requireData } from '#lib/server/problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const answer = await event.locals.api.auth.GET('/api/v1/admin/groups');
	return { groups: requireData(event, answer).data, key: crypto.randomUUID() };
};

export const actions: Actions = {
	create: async (event) => {
		requireAdministrator(event);
		const { key, name } = await readForm(event.request, 'key', 'name');
		const answer = await event.locals.api.auth.POST('/api/v1/admin/groups', {
			params: { header: { 'Idempotency-Key': useKey(event, key) } },
			body: { name }
		});
		return answer.data
			? continueAt(event, answer, `/administration/groups/${answer.data.data.id}`, { name })
			: refuse<Record<string, string>>(event, answer, { name });
	}
};
