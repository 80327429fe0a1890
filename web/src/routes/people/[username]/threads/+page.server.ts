import { knownCategories } from '#lib/server/desk.ts';
import { readQuery } from '#lib/server/forms.ts';
import { requireData } from '#lib/server/problems.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const answer = await event.locals.api.forum.GET('/api/v1/threads', {
		params: {
			query: { author: event.params.username, sort: 'newest', ...readQuery(event.url, 'cursor') }
		}
	});
	// The forum learns of new people a moment later.
	const page = answer.response.status === 404 ? null : requireData(event, answer);
	const threads = page?.data ?? [];
	return {
		threads,
		knownCategories: await knownCategories(event, threads.map(({ category }) => category)),
		next: page?.meta.pagination.next ?? null,
		prev: page?.meta.pagination.prev ?? null
	};
};
