import { backTo, requireOwnMessage } from '#lib/server/chat.ts';
import { readForm } from '#lib/server/forms.ts';
import { refuse, requireSession } from '#lib/server/problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => requireOwnMessage(event, event.params.id);

export const actions: Actions = {
	default: async (event) => {
		requireSession(event);
		const { text, tag } = await readForm(event.request, 'text', 'tag');
		const answer = await event.locals.api.chat.PATCH('/api/v1/chat/messages/{id}', {
			params: { path: { id: event.params.id }, header: tag ? { 'If-Match': tag } : {} },
			body: { text }
		});
		return answer.data ? backTo(answer.data.data) : refuse(event, answer, { text, tag });
	}
};
