import { json } from '@sveltejs/kit';
import { knownCategories } from '#lib/server/desk.ts';
import { withoutSign } from '#lib/people.ts';
import { promptly } from '#lib/server/promptly.ts';
import type { RequestHandler } from './$types';

/** The most suggestions of a kind. */
const MOST = 4;

/** A place of the forum; scripts show its name and follow its address. */
interface Suggestion {
	kind: 'category' | 'person' | 'thread';
	text: string;
	href: string;
}

/** Suggests categories, people and threads for a search that a member is writing. */
export const GET: RequestHandler = async (event) => {
	const q = (event.url.searchParams.get('q') ?? '').trim();
	if (!event.locals.session) {
		return json([], { status: 401 });
	}
	if (!q || q.length > 200) {
		return json([]);
	}
	const { forum } = event.locals.api;
	const [categories, people, threads] = await Promise.all([
		promptly(knownCategories(event), {}),
		promptly(forum.GET('/api/v1/members', { params: { query: { q: withoutSign(q), limit: MOST } } }), null),
		promptly(forum.GET('/api/v1/threads/search', { params: { query: { q, limit: 3 * MOST } } }), null)
	]);
	const word = q.toLowerCase();
	const titles = new Map((threads?.data?.data ?? []).map(({ threadId, title }) => [threadId, title]));
	const suggestions: Suggestion[] = [
		...Object.entries(categories)
			.filter(([slug, { name }]) => name.toLowerCase().includes(word) || slug.includes(word))
			.slice(0, MOST)
			.map(([slug, { name }]) => ({ kind: 'category' as const, text: name, href: `/categories/${slug}` })),
		...(people?.data?.data ?? []).map(({ username, displayName }) => ({
			kind: 'person' as const,
			text: displayName === username ? username : `${displayName} @${username}`,
			href: `/people/${encodeURIComponent(username)}`
		})),
		...[...titles].slice(0, MOST).map(([id, title]) => ({ kind: 'thread' as const, text: title, href: `/threads/${id}` }))
	];
	return json(suggestions, { headers: { 'cache-control': 'private, max-age=30' } });
};
