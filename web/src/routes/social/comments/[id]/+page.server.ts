import { redirect } from '@sveltejs/kit';
import { requireData } from '#lib/server/problems.ts';
import { addressOf } from '#lib/server/social.ts';
import type { RequestHandler } from './$types';

/** Leads to a comment on the page of its post. */
export const GET: RequestHandler = async (event) => {
	const answer = await event.locals.api.social.GET('/api/v1/social/comments/{id}', {
		params: { path: { id: event.params.id } }
	});
	redirect(302, addressOf(requireData(event, answer).data));
};
