import { knownCategories } from '#lib/server/desk.ts';
import { readQuery } from '#lib/server/forms.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const answer = await event.locals.api.forum.GET('/api/v1/threads', {
		params: {
			query: { author: event.params.username, sort: 'newest', ...readQuery(event.url, 'cursor') }
		}
	});
	return {
		threads: answer.data?.data ?? [],
		knownCategories: await knownCategories(event, (answer.data?.data ?? []).map(({ category }) => category)),
		next: answer.data?.meta.pagination.next ?? null,
		prev: answer.data?.meta.pagination.prev ?? null
	};
};
