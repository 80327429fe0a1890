import { readForm } from '#lib/server/forms.ts';
import { outcome, requireData, requireSession } from '#lib/server/problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireSession(event);
	const answer = await event.locals.api.moderation.GET('/api/v1/admin/appeals/{id}', {
		params: { path: { id: event.params.id } }
	});
	return { found: requireData(event, answer).data };
};

export const actions: Actions = {
	default: async (event) => {
		requireSession(event);
		const values = await readForm(event.request, 'outcome', 'note');
		const answer = await event.locals.api.moderation.POST('/api/v1/admin/appeals/{id}/decide', {
			params: { path: { id: event.params.id } },
			body: { outcome: values.outcome, ...(values.note ? { note: values.note } : {}) }
		});
		return outcome(event, answer, 'appeal.decided', values);
	}
};
