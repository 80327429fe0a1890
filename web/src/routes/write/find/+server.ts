import { json } from '@sveltejs/kit';
import { findEmoji } from '#lib/server/emoji.ts';
import type { RequestHandler } from './$types';

/** Suggests what a writer has begun, for scripts: emoji after a colon, else usernames. */
export const GET: RequestHandler = async (event) => {
	const q = event.url.searchParams.get('q') ?? '';
	if (!event.locals.session) {
		return json([], { status: 401 });
	}
	if (q.startsWith(':')) {
		return json(await findEmoji(event.locals.language, q.slice(1, 30)), { headers: { 'cache-control': 'private, max-age=3600' } });
	}
	const answer = await event.locals.api.forum.GET('/api/v1/members', { params: { query: { q, limit: 5 } } });
	return answer.data
		? json(answer.data.data.map(({ username }) => username), { headers: { 'cache-control': 'private, max-age=60' } })
		: json([], { status: answer.response.status });
};
