import { redirect } from '@sveltejs/kit';
import { requireData } from '#lib/server/problems.ts';
import type { PageServerLoad } from './$types';

/** Leads to a post in its thread; quotations link this address, which moves with the post. */
export const load: PageServerLoad = async (event) => {
	const answer = await event.locals.api.forum.GET('/api/v1/posts/{id}', {
		params: { path: { id: event.params.id } }
	});
	const { threadId, number } = requireData(event, answer).data;
	redirect(302, `/threads/${threadId}?post=${number}#post-${number}`);
};
