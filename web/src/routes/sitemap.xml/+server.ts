import { error } from '@sveltejs/kit';
import type { Thread } from '#lib/forum.ts';
import { readQuery } from '#lib/server/forms.ts';
import { requireData } from '#lib/server/problems.ts';
import {
	indexOf,
	pageOf,
	sitemapsOf,
	MOST_SITEMAPS,
	PAGES_OF_SITEMAP,
	SITEMAP_SIZE,
	type SitemapEntry
} from '#lib/server/sitemap.ts';
import type { RequestEvent, RequestHandler } from './$types';

/** Threads per request to the API. */
const LIMIT = SITEMAP_SIZE / PAGES_OF_SITEMAP;

/**
 * The categories and threads that guests may read: one sitemap, or for a large forum an index of
 * sitemaps. Those of the largest are of its categories, whose counts are a request for each. All
 * readers receive the same.
 */
export const GET: RequestHandler = async (event) => {
	const { category, page } = readQuery(event.url, 'category', 'page');
	const body = category || page ? await sitemapOf(event, category, Number(page ?? 1)) : await wholeForum(event);
	return new Response(body, {
		headers: { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'no-cache' }
	});
};

async function wholeForum(event: RequestEvent): Promise<string> {
	const { total, threads: latest } = await newest(event, {});
	if (total > SITEMAP_SIZE && total <= SITEMAP_SIZE * MOST_SITEMAPS) {
		return indexOf(sitemapsOf({ threads: total, changed: latest[0]?.lastActivityAt }));
	}
	const categories = await categoriesOf(event);
	if (total > SITEMAP_SIZE) {
		const counted = await Promise.all(
			categories.map(async ({ slug }) => {
				const { total, threads } = await newest(event, { category: slug });
				return { slug, threads: total, changed: threads[0]?.lastActivityAt };
			})
		);
		return indexOf(counted.flatMap(sitemapsOf));
	}
	const threads = await threadsOf(event, {}, 1);
	const changed = (slug: string) =>
		threads
			.filter(({ category }) => category === slug)
			.map(({ lastActivityAt }) => lastActivityAt)
			.sort()
			.at(-1);
	return pageOf([
		{ path: '/' },
		...categories.map(({ slug }) => ({ path: `/categories/${slug}`, changed: changed(slug) })),
		...threads.map(entryOf)
	]);
}

/** The thread that was active last, and how many there are. */
async function newest(event: RequestEvent, place: { category?: string }) {
	const query = { ...place, page: 1, limit: 1 };
	const answer = await event.locals.apiWith(null).forum.GET('/api/v1/threads', { params: { query } });
	const { data, meta } = requireData(event, answer);
	return { threads: data, total: meta.pagination.total ?? 0 };
}

async function categoriesOf(event: RequestEvent) {
	return requireData(event, await event.locals.apiWith(null).forum.GET('/api/v1/categories')).data;
}

async function sitemapOf(event: RequestEvent, slug: string | undefined, page: number): Promise<string> {
	if (!Number.isInteger(page) || page < 1 || page > MOST_SITEMAPS) {
		error(404);
	}
	if (!slug) {
		const categories = page === 1 ? await categoriesOf(event) : [];
		const begin = page === 1 ? [{ path: '/' }, ...categories.map(({ slug }) => ({ path: `/categories/${slug}` }))] : [];
		return pageOf([...begin, ...(await threadsOf(event, {}, page)).map(entryOf)]);
	}
	const answer = await event.locals.apiWith(null).forum.GET('/api/v1/categories/{slug}', { params: { path: { slug } } });
	const category = requireData(event, answer).data.slug;
	const begin = page === 1 ? [{ path: '/' }, { path: `/categories/${category}` }] : [];
	return pageOf([...begin, ...(await threadsOf(event, { category }, page)).map(entryOf)]);
}

/** The threads of a sitemap, in an order in which they stay while others become active. */
async function threadsOf(event: RequestEvent, place: { category?: string }, page: number): Promise<Thread[]> {
	const found: Thread[] = [];
	for (let part = 1; part <= PAGES_OF_SITEMAP; part++) {
		const number = (page - 1) * PAGES_OF_SITEMAP + part;
		const query = { ...place, sort: 'newest' as const, page: number, limit: LIMIT };
		const answer = await event.locals.apiWith(null).forum.GET('/api/v1/threads', { params: { query } });
		const threads = requireData(event, answer).data;
		found.push(...threads);
		if (threads.length < LIMIT) {
			break;
		}
	}
	return found;
}

const entryOf = ({ id, lastActivityAt }: Thread): SitemapEntry => ({ path: `/threads/${id}`, changed: lastActivityAt });
