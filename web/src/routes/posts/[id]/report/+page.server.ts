import { REPORT_REASONS } from '#lib/moderation.ts';
import { readForm, useKey } from '#lib/server/forms.ts';
import { hideFromRobots } from '#lib/server/pages.ts';
import { refuse, requireData, requireSession } from '#lib/server/problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireSession(event);
	hideFromRobots(event);
	const answer = await event.locals.api.forum.GET('/api/v1/posts/{id}', {
		params: { path: { id: event.params.id } }
	});
	return { post: requireData(event, answer).data, key: crypto.randomUUID() };
};

export const actions: Actions = {
	default: async (event) => {
		requireSession(event);
		const values = await readForm(event.request, 'reason', 'note', 'key');
		const answer = await event.locals.api.forum.POST('/api/v1/posts/{id}/reports', {
			params: {
				path: { id: event.params.id },
				header: { 'Idempotency-Key': useKey(event, values.key) }
			},
			body: {
				reason: REPORT_REASONS.find((one) => one === values.reason) ?? 'other',
				...(values.note ? { note: values.note } : {})
			}
		});
		return answer.response.ok ? { done: true } : refuse(event, answer, { reason: values.reason, note: values.note });
	}
};
