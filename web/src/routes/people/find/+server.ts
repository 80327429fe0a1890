import { json } from '@sveltejs/kit';
import { findPeople } from '#lib/server/people.ts';
import type { RequestHandler } from './$types';

/**
 * Suggests members whose username begins with a text, for scripts; with `names`, people by any part
 * of their name.
 */
export const GET: RequestHandler = async (event) => {
	const headers = { 'cache-control': 'private, max-age=60' };
	const q = event.url.searchParams.get('q') ?? '';
	if (!event.locals.session) {
		return json([], { status: 401 });
	}
	if (event.url.searchParams.has('names')) {
		return json(await findPeople(event, q), { headers });
	}
	const answer = await event.locals.api.forum.GET('/api/v1/members', { params: { query: { q, limit: 5 } } });
	return answer.data
		? json(answer.data.data.map(({ username }) => username), { headers })
		: json([], { status: answer.response.status });
};
