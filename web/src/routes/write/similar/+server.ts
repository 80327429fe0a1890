import { json } from '@sveltejs/kit';
import { similarAmong, wordsOf } from '#lib/server/similar.ts';
import type { RequestHandler } from './$types';

/** Finds threads whose titles are like that of a new one, for scripts. */
export const GET: RequestHandler = async ({ locals, url }) => {
	const words = wordsOf(url.searchParams.get('title') ?? '');
	if (!locals.session || !words) {
		return json([], { status: locals.session ? 200 : 401 });
	}
	const { data, response } = await locals.api.forum.GET('/api/v1/threads/search', { params: { query: { q: words, limit: 20 } } });
	return json(similarAmong(data?.data ?? [], words), {
		status: data ? 200 : response.status,
		headers: { 'cache-control': 'private, max-age=60' }
	});
};
