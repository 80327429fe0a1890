import type { RequestEvent } from '@sveltejs/kit';
import { startingThreads, START_TAG } from '#lib/start.ts';
import { requireData } from './problems';

/** The threads that the forum began with and that nobody has removed. */
export async function threadsOfStart(event: RequestEvent) {
	const { auth, forum } = event.locals.api;
	const [admins, tagged] = await Promise.all([
		auth.GET('/api/v1/admin/users', { params: { query: { role: 'admin', limit: 100 } } }),
		forum.GET('/api/v1/threads', { params: { query: { tag: START_TAG, sort: 'newest', limit: 100 } } })
	]);
	const administrators = requireData(event, admins).data.map(({ username }) => username);
	return startingThreads(requireData(event, tagged).data, administrators);
}

/** The sample people of a laptop. */
export async function samplePeople(event: RequestEvent) {
	return requireData(event, await event.locals.api.auth.GET('/api/v1/admin/samples')).data;
}

/** The longest time for which a page removes posts, in milliseconds; the gateway waits thirty seconds for a page. */
const ROUND = 15_000;

/**
 * Removes what somebody has written, but for what others have replied to.
 * @returns the refusal, if there is one, and whether posts are left for the next press
 */
export async function removePosts(event: RequestEvent, username: string) {
	const end = Date.now() + ROUND;
	let before: string | null | undefined;
	do {
		const answer = await event.locals.api.forum.DELETE('/api/v1/members/{username}/posts', {
			params: { path: { username }, query: before ? { before } : {} }
		});
		// Somebody who has written nothing may be unknown to the forum.
		if (!answer.data) {
			return { refused: answer.response.status === 404 ? null : answer, isRest: false };
		}
		before = answer.data.data.next;
	} while (before && Date.now() < end);
	return { refused: null, isRest: Boolean(before) };
}
