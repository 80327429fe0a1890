import { readQuery } from '#lib/server/forms.ts';
import { hideFromRobots } from '#lib/server/pages.ts';
import { requireData, requireSession } from '#lib/server/problems.ts';
import { publish } from '#lib/server/social.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireSession(event);
	hideFromRobots(event);
	const answer = await event.locals.api.social.GET('/api/v1/social/feed', {
		params: { query: readQuery(event.url, 'cursor') }
	});
	const page = requireData(event, answer);
	return { posts: page.data, key: crypto.randomUUID(), ...page.meta.pagination };
};

export const actions: Actions = {
	default: (event) => publish(event, '/feed')
};
