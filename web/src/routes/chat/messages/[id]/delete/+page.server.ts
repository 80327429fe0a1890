import { backTo, requireMessage, requireOwnMessage } from '#lib/server/chat.ts';
import { refuse, requireSession } from '#lib/server/problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => requireOwnMessage(event, event.params.id);

export const actions: Actions = {
	default: async (event) => {
		requireSession(event);
		const { message } = await requireMessage(event, event.params.id);
		const answer = await event.locals.api.chat.DELETE('/api/v1/chat/messages/{id}', {
			params: { path: { id: event.params.id } }
		});
		return answer.response.ok ? backTo(message) : refuse(event, answer, {});
	}
};
