import { json } from '@sveltejs/kit';
import { readQuery } from '#lib/server/forms.ts';
import type { RequestHandler } from './$types';

/** Counts the newest threads of others since a time, of a category or with a tag, for scripts of members. */
export const GET: RequestHandler = async ({ locals, url }) => {
	const { session, api } = locals;
	const { since = '', ...filter } = readQuery(url, 'since', 'category', 'tag');
	const from = Date.parse(since);
	if (!session || Number.isNaN(from)) {
		return json({ count: 0 }, { status: session ? 400 : 401 });
	}
	const answer = await api.forum.GET('/api/v1/threads', { params: { query: { ...filter, sort: 'newest' } } });
	const count = (answer.data?.data ?? []).filter(
		({ createdAt, author }) => Date.parse(createdAt) > from && author?.username !== session.user.username
	).length;
	return json({ count }, { status: answer.response.status, headers: { 'cache-control': 'private, no-store' } });
};
