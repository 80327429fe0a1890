import { readQuery } from '#lib/server/forms.ts';
import { hideFromRobots } from '#lib/server/pages.ts';
import { requireData } from '#lib/server/problems.ts';
import { subjectKind } from '#lib/server/social.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	hideFromRobots(event);
	const kind = subjectKind(event);
	const { social } = event.locals.api;
	const params = { path: { id: event.params.id }, query: readQuery(event.url, 'cursor') };
	const answer =
		kind === 'posts'
			? await social.GET('/api/v1/social/posts/{id}/reactions', { params })
			: await social.GET('/api/v1/social/comments/{id}/reactions', { params });
	const page = requireData(event, answer);
	return { address: `/social/${kind}/${event.params.id}`, reactions: page.data, ...page.meta.pagination };
};
