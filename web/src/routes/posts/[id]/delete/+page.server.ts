import { hideFromRobots } from '#lib/server/pages.ts';
import { continueAt, requireData, requireSession } from '#lib/server/problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireSession(event);
	hideFromRobots(event);
	const answer = await event.locals.api.forum.GET('/api/v1/posts/{id}', {
		params: { path: { id: event.params.id } }
	});
	return { post: requireData(event, answer).data };
};

export const actions: Actions = {
	default: async (event) => {
		requireSession(event);
		const path = { id: event.params.id };
		const { forum } = event.locals.api;
		const post = requireData(event, await forum.GET('/api/v1/posts/{id}', { params: { path } })).data;
		const answer = await forum.DELETE('/api/v1/posts/{id}', { params: { path } });
		return continueAt(event, answer, `/threads/${post.threadId}?done=deleted&post=${post.number}#post-${post.number}`, {});
	}
};
