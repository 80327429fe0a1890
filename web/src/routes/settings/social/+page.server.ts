import { readForm } from '#lib/server/forms.ts';
import { hideFromRobots } from '#lib/server/pages.ts';
import { outcome, requireData, requireSession } from '#lib/server/problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireSession(event);
	hideFromRobots(event);
	const answer = await event.locals.api.social.GET('/api/v1/social/preferences');
	return requireData(event, answer).data;
};

export const actions: Actions = {
	default: async (event) => {
		requireSession(event);
		const { privateAccount } = await readForm(event.request, 'privateAccount');
		const answer = await event.locals.api.social.PUT('/api/v1/social/preferences', {
			body: { privateAccount: privateAccount === 'true' }
		});
		return outcome(event, answer, 'settings.saved', { privateAccount });
	}
};
