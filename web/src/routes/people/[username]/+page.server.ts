import type { RequestEvent } from '@sveltejs/kit';
import { continueAt, requireSession } from '#lib/server/problems.ts';
import { postsOf } from '#lib/server/replies.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => postsOf(event, event.params.username);

/** Changes how the reader and the person are related, and returns to the profile. */
async function relate(event: RequestEvent, change: 'follow' | 'unfollow' | 'block' | 'unblock') {
	requireSession(event);
	const { social } = event.locals.api;
	const username = event.params.username ?? '';
	const params = { path: { username } };
	const answer = await {
		follow: () => social.PUT('/api/v1/social/people/{username}/follow', { params }),
		unfollow: () => social.DELETE('/api/v1/social/people/{username}/follow', { params }),
		block: () => social.PUT('/api/v1/social/people/{username}/block', { params }),
		unblock: () => social.DELETE('/api/v1/social/people/{username}/block', { params })
	}[change]();
	return continueAt(event, answer, `/people/${encodeURIComponent(username)}`, {});
}

export const actions: Actions = {
	follow: (event) => relate(event, 'follow'),
	unfollow: (event) => relate(event, 'unfollow'),
	block: (event) => relate(event, 'block'),
	unblock: (event) => relate(event, 'unblock')
};
