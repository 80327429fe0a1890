import { json } from '@sveltejs/kit';
import { numberFormat } from '#lib/messages/index.ts';
import { findEmoji } from '#lib/server/emoji.ts';
import type { RequestHandler } from './$types';

/** Suggests what a writer has begun, for scripts: emoji after a colon, tags after a number sign, else usernames with their names. */
export const GET: RequestHandler = async (event) => {
	const q = event.url.searchParams.get('q') ?? '';
	if (!event.locals.session) {
		return json([], { status: 401 });
	}
	if (q.startsWith(':')) {
		return json(await findEmoji(event.locals.language, q.slice(1, 30)), { headers: { 'cache-control': 'private, max-age=3600' } });
	}
	const headers = { 'cache-control': 'private, max-age=60' };
	if (q.startsWith('#')) {
		const { data, response } = await event.locals.api.forum.GET('/api/v1/tags', { params: { query: { q: q.slice(1), limit: 5 } } });
		const count = numberFormat(event.locals.language);
		// A tag has no spaces, so what follows one is no part of it.
		return data ? json(data.data.map(({ tag, threads }) => `${tag} · ${count.format(threads)}`), { headers }) : json([], { status: response.status });
	}
	const answer = await event.locals.api.forum.GET('/api/v1/members', { params: { query: { q, limit: 5 } } });
	return answer.data
		? json(answer.data.data.map(({ username, displayName }) => (displayName === username ? username : `${username} · ${displayName}`)), { headers })
		: json([], { status: answer.response.status });
};
