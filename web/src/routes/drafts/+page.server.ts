import { redirect } from '@sveltejs/kit';
import { placeOf } from '#lib/paging.ts';
import { dropDraft } from '#lib/server/compose.ts';
import { readForm } from '#lib/server/forms.ts';
import { hideFromRobots } from '#lib/server/pages.ts';
import { requireData, requireSession } from '#lib/server/problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireSession(event);
	hideFromRobots(event);
	const cursor = event.url.searchParams.get('cursor');
	const answer = await event.locals.api.forum.GET('/api/v1/drafts', {
		params: { query: cursor ? { cursor } : {} }
	});
	const page = requireData(event, answer);
	return { drafts: page.data, ...page.meta.pagination };
};

export const actions: Actions = {
	default: async (event) => {
		requireSession(event);
		const { id } = await readForm(event.request, 'id');
		await dropDraft(event, id);
		redirect(303, placeOf(event.url));
	}
};
