import type { RequestEvent } from '@sveltejs/kit';
import { readQuery } from './forms';
import { knownCategories } from './desk';
import { requireData } from './problems';

/** A page of the posts of a person, the newest first. */
export async function postsOf(event: RequestEvent, author: string) {
	const query = { author, ...readQuery(event.url, 'cursor') };
	const page = requireData(event, await event.locals.api.forum.GET('/api/v1/posts', { params: { query } }));
	const known = await knownCategories(event, page.data.map(({ category }) => category));
	return { knownCategories: known, posts: page.data, ...page.meta.pagination };
}

/** A page of the replies of a person, the newest first. */
export async function repliesOf(event: RequestEvent, author: string) {
	const { posts, ...page } = await postsOf(event, author);
	return { ...page, replies: posts.filter(({ number }) => number > 1) };
}
