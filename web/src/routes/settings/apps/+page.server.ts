import { readAppForm } from '#lib/server/apps.ts';
import { idempotencyKey } from '#lib/server/forms.ts';
import { hideFromRobots } from '#lib/server/pages.ts';
import { refuse, requireData, requireSession } from '#lib/server/problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireSession(event);
	hideFromRobots(event);
	const answer = await event.locals.api.auth.GET('/api/v1/users/me/apps');
	return { apps: requireData(event, answer).data, key: crypto.randomUUID() };
};

export const actions: Actions = {
	default: async (event) => {
		requireSession(event);
		const { kind, key, body, values } = await readAppForm(event.request);
		const answer = await event.locals.api.auth.POST('/api/v1/users/me/apps', {
			params: { header: { 'Idempotency-Key': idempotencyKey(key) } },
			body: { ...body, kind }
		});
		return answer.data
			? { done: 'administration.created' as const, created: answer.data.data }
			: refuse<Record<string, string>>(event, answer, values);
	}
};
