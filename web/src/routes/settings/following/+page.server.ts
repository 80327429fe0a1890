import { placeOf } from '#lib/paging.ts';
import { readForm } from '#lib/server/forms.ts';
import { hideFromRobots } from '#lib/server/pages.ts';
import { continueAt, requireData, requireSession } from '#lib/server/problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireSession(event);
	hideFromRobots(event);
	const cursor = event.url.searchParams.get('cursor');
	const answer = await event.locals.api.forum.GET('/api/v1/subscriptions', {
		params: { query: cursor ? { cursor } : {} }
	});
	const page = requireData(event, answer);
	return { subscriptions: page.data, ...page.meta.pagination };
};

export const actions: Actions = {
	default: async (event) => {
		requireSession(event);
		const { kind, id } = await readForm(event.request, 'kind', 'id');
		const { forum } = event.locals.api;
		const body = { level: 'none' } as const;
		const answer =
			kind === 'thread'
				? await forum.PUT('/api/v1/threads/{id}/subscription', { params: { path: { id } }, body })
				: kind === 'category'
					? await forum.PUT('/api/v1/categories/{slug}/subscription', { params: { path: { slug: id } }, body })
					: await forum.PUT('/api/v1/tags/{tag}/subscription', { params: { path: { tag: id } }, body });
		return continueAt(event, answer, placeOf(event.url), {});
	}
};
