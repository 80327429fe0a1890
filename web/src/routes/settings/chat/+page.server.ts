import { WRITERS } from '#lib/chat.ts';
import { readForm } from '#lib/server/forms.ts';
import { hideFromRobots } from '#lib/server/pages.ts';
import { promptly } from '#lib/server/promptly.ts';
import { outcome, requireData, requireSession } from '#lib/server/problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireSession(event);
	hideFromRobots(event);
	const { api } = event.locals;
	const [answer, invisible] = await Promise.all([
		api.chat.GET('/api/v1/chat/preferences'),
		promptly(
			api.realtime.GET('/api/v1/presence/preferences').then(({ data }) => data?.data.invisible),
			undefined
		)
	]);
	return { ...requireData(event, answer).data, invisible };
};

export const actions: Actions = {
	writers: async (event) => {
		requireSession(event);
		const { writers, hidesReading } = await readForm(event.request, 'writers', 'hidesReading');
		const answer = await event.locals.api.chat.PUT('/api/v1/chat/preferences', {
			body: { writers: WRITERS.find((one) => one === writers) ?? 'everyone', hidesReading: hidesReading === 'true' }
		});
		return outcome(event, answer, 'settings.saved', { writers, hidesReading });
	},
	presence: async (event) => {
		requireSession(event);
		const { invisible } = await readForm(event.request, 'invisible');
		const answer = await event.locals.api.realtime.PUT('/api/v1/presence/preferences', {
			body: { invisible: invisible === 'true' }
		});
		return outcome(event, answer, 'settings.saved', { invisible });
	}
};
