import { requireMessage } from '#lib/server/chat.ts';
import { readForm, useKey } from '#lib/server/forms.ts';
import { REPORT_REASONS } from '#lib/moderation.ts';
import { refuse, requireSession } from '#lib/server/problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { message } = await requireMessage(event, event.params.id);
	return { message, key: crypto.randomUUID() };
};

export const actions: Actions = {
	default: async (event) => {
		requireSession(event);
		const { reason, note, key } = await readForm(event.request, 'reason', 'note', 'key');
		const answer = await event.locals.api.chat.POST('/api/v1/chat/messages/{id}/reports', {
			params: { path: { id: event.params.id }, header: { 'Idempotency-Key': useKey(event, key) } },
			body: { reason: REPORT_REASONS.find((one) => one === reason) ?? 'other', ...(note ? { note } : {}) }
		});
		return answer.response.ok ? { done: true } : refuse(event, answer, { reason, note });
	}
};
