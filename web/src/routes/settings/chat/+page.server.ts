import { WRITERS } from '#lib/chat.ts';
import { readForm } from '#lib/server/forms.ts';
import { hideFromRobots } from '#lib/server/pages.ts';
import { outcome, requireData, requireSession } from '#lib/server/problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireSession(event);
	hideFromRobots(event);
	const answer = await event.locals.api.chat.GET('/api/v1/chat/preferences');
	return requireData(event, answer).data;
};

export const actions: Actions = {
	default: async (event) => {
		requireSession(event);
		const { writers } = await readForm(event.request, 'writers');
		const answer = await event.locals.api.chat.PUT('/api/v1/chat/preferences', {
			body: { writers: WRITERS.find((one) => one === writers) ?? 'everyone' }
		});
		return outcome(event, answer, 'settings.saved');
	}
};
