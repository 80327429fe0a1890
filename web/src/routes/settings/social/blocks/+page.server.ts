import { readForm, readQuery } from '#lib/server/forms.ts';
import { hideFromRobots } from '#lib/server/pages.ts';
import { outcome, requireData, requireSession } from '#lib/server/problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireSession(event);
	hideFromRobots(event);
	const answer = await event.locals.api.social.GET('/api/v1/social/people/me/blocks', {
		params: { query: readQuery(event.url, 'cursor') }
	});
	const page = requireData(event, answer);
	return { people: page.data, ...page.meta.pagination };
};

export const actions: Actions = {
	default: async (event) => {
		requireSession(event);
		const { username } = await readForm(event.request, 'username');
		const answer = await event.locals.api.social.DELETE('/api/v1/social/people/{username}/block', {
			params: { path: { username } }
		});
		return outcome(event, answer, 'social.unblocked');
	}
};
