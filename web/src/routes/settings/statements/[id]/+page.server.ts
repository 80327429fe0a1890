import { readForm, useKey } from '#lib/server/forms.ts';
import { hideFromRobots } from '#lib/server/pages.ts';
import { outcome, requireData, requireSession } from '#lib/server/problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireSession(event);
	hideFromRobots(event);
	const answer = await event.locals.api.moderation.GET('/api/v1/moderation/statements/{id}', {
		params: { path: { id: event.params.id } }
	});
	return { statement: requireData(event, answer).data, key: crypto.randomUUID() };
};

export const actions: Actions = {
	default: async (event) => {
		requireSession(event);
		const { text, key } = await readForm(event.request, 'text', 'key');
		const answer = await event.locals.api.moderation.POST('/api/v1/moderation/statements/{id}/appeal', {
			params: { path: { id: event.params.id }, header: { 'Idempotency-Key': useKey(event, key) } },
			body: { text }
		});
		return outcome(event, answer, 'appeal.sent', { text });
	}
};
