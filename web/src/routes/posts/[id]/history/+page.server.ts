import { hideFromRobots } from '#lib/server/pages.ts';
import { requireData, requireSession } from '#lib/server/problems.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireSession(event);
	hideFromRobots(event);
	const { forum } = event.locals.api;
	const path = { id: event.params.id };
	const cursor = event.url.searchParams.get('cursor');
	const [post, history] = await Promise.all([
		forum.GET('/api/v1/posts/{id}', { params: { path } }),
		forum.GET('/api/v1/posts/{id}/history', { params: { path, query: cursor ? { cursor } : {} } })
	]);
	const page = requireData(event, history);
	return { post: requireData(event, post).data, revisions: page.data, ...page.meta.pagination };
};
