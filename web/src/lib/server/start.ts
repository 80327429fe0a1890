import type { RequestEvent } from '@sveltejs/kit';
import { startingThreads, START_TAGS } from '#lib/start.ts';
import { requireData } from './problems';

/** The threads that the forum began with and that nobody has removed. */
export async function threadsOfStart(event: RequestEvent) {
	const { auth, forum } = event.locals.api;
	const [admins, ...lists] = await Promise.all([
		auth.GET('/api/v1/admin/users', { params: { query: { role: 'admin', limit: 100 } } }),
		...START_TAGS.map((tag) => forum.GET('/api/v1/threads', { params: { query: { tag, sort: 'newest', limit: 100 } } }))
	]);
	const administrators = requireData(event, admins).data.map(({ username }) => username);
	return { administrators, threads: startingThreads(lists.flatMap((list) => requireData(event, list).data), administrators) };
}
