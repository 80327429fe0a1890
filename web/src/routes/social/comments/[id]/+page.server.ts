import { redirect } from '@sveltejs/kit';
import { requireData } from '#lib/server/problems.ts';
import { addressOf } from '#lib/server/social.ts';
import type { PageServerLoad } from './$types';

/** Leads to a comment on the page of its post. */
export const load: PageServerLoad = async (event) => {
	const answer = await event.locals.api.social.GET('/api/v1/social/comments/{id}', {
		params: { path: { id: event.params.id } }
	});
	redirect(302, addressOf(requireData(event, answer).data));
};
