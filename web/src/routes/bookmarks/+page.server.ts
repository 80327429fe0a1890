import { redirect } from '@sveltejs/kit';
import { placeOf } from '#lib/paging.ts';
import { readForm } from '#lib/server/forms.ts';
import { hideFromRobots } from '#lib/server/pages.ts';
import { requireData, requireSession } from '#lib/server/problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireSession(event);
	hideFromRobots(event);
	const cursor = event.url.searchParams.get('cursor');
	const answer = await event.locals.api.forum.GET('/api/v1/bookmarks', {
		params: { query: cursor ? { cursor } : {} }
	});
	const page = requireData(event, answer);
	return { bookmarks: page.data, ...page.meta.pagination };
};

export const actions: Actions = {
	default: async (event) => {
		requireSession(event);
		const { id, kind } = await readForm(event.request, 'id', 'kind');
		const params = { path: { id } };
		const { forum } = event.locals.api;
		requireData(
			event,
			kind === 'thread'
				? await forum.DELETE('/api/v1/threads/{id}/bookmark', { params })
				: await forum.DELETE('/api/v1/posts/{id}/bookmark', { params })
		);
		redirect(303, placeOf(event.url));
	}
};
