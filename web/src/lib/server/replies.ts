import type { RequestEvent } from '@sveltejs/kit';
import { readQuery } from './forms';
import { knownCategories } from './desk';
import { requireData } from './problems';

/** A page of the replies of a person, the newest first. */
export async function repliesOf(event: RequestEvent, author: string) {
	const query = { author, ...readQuery(event.url, 'cursor') };
	const page = requireData(event, await event.locals.api.forum.GET('/api/v1/posts', { params: { query } }));
	const known = await knownCategories(event, page.data.map(({ category }) => category));
	return { knownCategories: known, replies: page.data.filter(({ number }) => number > 1), ...page.meta.pagination };
}
