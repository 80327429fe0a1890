import { hideFromRobots, plain } from '#lib/server/pages.ts';
import { requireData } from '#lib/server/problems.ts';
import type { RequestHandler } from './$types';

/** What was written in a post, for scripts that quote it. */
export const GET: RequestHandler = async (event) => {
	hideFromRobots(event);
	const answer = await event.locals.api.forum.GET('/api/v1/posts/{id}', {
		params: { path: { id: event.params.id } }
	});
	return plain(requireData(event, answer).data.content ?? '');
};
