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

/** How many accepted answers a page has, and among how many pages of posts they are looked for. */
const ANSWERS = 20;
const PAGES = 5;

/** A page of the accepted answers of a person, the newest first; it may be empty before the last one. */
export async function answersOf(event: RequestEvent, author: string) {
	const answers = [];
	let { cursor } = readQuery(event.url, 'cursor');
	for (let count = 0; count < PAGES && answers.length < ANSWERS && (cursor || count === 0); count++) {
		const query = { author, limit: 100, ...(cursor ? { cursor } : {}) };
		const page = requireData(event, await event.locals.api.forum.GET('/api/v1/posts', { params: { query } }));
		answers.push(...page.data.filter(({ accepted }) => accepted));
		cursor = page.meta.pagination.next ?? undefined;
	}
	return { knownCategories: await knownCategories(event, answers.map(({ category }) => category)), answers, next: cursor ?? null };
}

/** A page of the replies of a person, the newest first. */
export async function repliesOf(event: RequestEvent, author: string) {
	const { posts, ...page } = await postsOf(event, author);
	return { ...page, replies: posts.filter(({ number }) => number > 1) };
}
