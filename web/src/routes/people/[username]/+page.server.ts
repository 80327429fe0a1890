import { knownCategories } from '#lib/server/desk.ts';
import type { RequestEvent } from '@sveltejs/kit';
import { readQuery } from '#lib/server/forms.ts';
import { continueAt, requireSession } from '#lib/server/problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const answer = await event.locals.api.forum.GET('/api/v1/threads', {
		params: {
			query: { author: event.params.username, sort: 'newest', ...readQuery(event.url, 'cursor') }
		}
	});
	return {
		threads: answer.data?.data ?? [],
		knownCategories: await knownCategories(event, (answer.data?.data ?? []).map(({ category }) => category)),
		next: answer.data?.meta.pagination.next ?? null,
		prev: answer.data?.meta.pagination.prev ?? null
	};
};

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
