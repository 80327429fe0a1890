import { redirect } from '@sveltejs/kit';
import { hideFromRobots } from '#lib/server/pages.ts';
import { requireData, requireSession } from '#lib/server/problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireSession(event);
	hideFromRobots(event);
	const cursor = event.url.searchParams.get('cursor');
	const answer = await event.locals.api.notification.GET('/api/v1/notifications', {
		params: { query: cursor ? { cursor } : {} }
	});
	const page = requireData(event, answer);
	return { notifications: page.data, ...page.meta.pagination };
};

export const actions: Actions = {
	default: async (event) => {
		requireSession(event);
		requireData(event, await event.locals.api.notification.PUT('/api/v1/notifications/read-all'));
		redirect(303, '/notifications');
	}
};
