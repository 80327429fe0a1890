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

/** Removes what somebody has written, but for what others have replied to; returns the refusal, if there is one. */
export async function removePosts(event: RequestEvent, username: string) {
	let before: string | null | undefined;
	do {
		const answer = await event.locals.api.forum.DELETE('/api/v1/members/{username}/posts', {
			params: { path: { username }, query: before ? { before } : {} }
		});
		// Somebody who has written nothing may be unknown to the forum.
		if (!answer.data) {
			return answer.response.status === 404 ? null : answer;
		}
		before = answer.data.data.next;
	} while (before);
	return null;
}
