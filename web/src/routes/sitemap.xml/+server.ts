import { requireData } from '#lib/server/problems.ts';
import { currentSettings } from '#lib/server/settings.ts';
import type { RequestHandler } from './$types';

/** Threads per request to the API. */
const LIMIT = 100;

/** A sitemap lists the most recently active threads; older ones are linked by them. */
const PAGES = 10;

/** The categories and threads that guests may read. */
export const GET: RequestHandler = async (event) => {
	const { forum } = event.locals.api;
	const categories = requireData(event, await forum.GET('/api/v1/categories')).data;
	const entries = [entry('/'), ...categories.map(({ slug }) => entry(`/categories/${slug}`))];
	let cursor: string | null = null;
	for (let page = 0; page < PAGES && (page === 0 || cursor); page++) {
		const query: { limit: number; cursor?: string } = { limit: LIMIT, ...(cursor ? { cursor } : {}) };
		const threads = requireData(event, await forum.GET('/api/v1/threads', { params: { query } }));
		entries.push(...threads.data.map((thread) => entry(`/threads/${thread.id}`, thread.lastActivityAt)));
		cursor = threads.meta.pagination.next;
	}
	const body = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${entries.join('\n')}
</urlset>
`;
	return new Response(body, {
		headers: { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'no-cache' }
	});
};

/** Ids, slugs and times need no escaping in XML. */
function entry(path: string, changed?: string): string {
	const address = new URL(path, currentSettings().publicUrl).href;
	return `<url><loc>${address}</loc>${changed ? `<lastmod>${changed}</lastmod>` : ''}</url>`;
}
