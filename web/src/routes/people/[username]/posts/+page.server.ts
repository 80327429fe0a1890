import { readQuery } from '#lib/server/forms.ts';
import { requireData } from '#lib/server/problems.ts';
import { repostsOf } from '#lib/server/social.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const answer = await event.locals.api.social.GET('/api/v1/social/people/{username}/posts', {
		params: { path: { username: event.params.username }, query: readQuery(event.url, 'cursor') }
	});
	const page = requireData(event, answer);
	return { posts: page.data, reposts: await repostsOf(event, page.data), ...page.meta.pagination };
};
