import { redirect } from '@sveltejs/kit';
import { readForm } from '#lib/server/forms.ts';
import { openingAddress } from '#lib/server/notifications.ts';
import { hideFromRobots } from '#lib/server/pages.ts';
import { continueAt, requireData, requireSession } from '#lib/server/problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireSession(event);
	hideFromRobots(event);
	const { searchParams } = event.url;
	const cursor = searchParams.get('cursor');
	const unread = searchParams.get('unread') === 'true';
	const answer = await event.locals.api.notification.GET('/api/v1/notifications', {
		params: { query: { ...(unread ? { unread: 'true' } : {}), ...(cursor ? { cursor } : {}) } }
	});
	const page = requireData(event, answer);
	return {
		notifications: page.data.map((one) => ({ ...one, link: openingAddress(one) })),
		unreadOnly: unread,
		removed: searchParams.get('removed'),
		...page.meta.pagination
	};
};

export const actions: Actions = {
	all: async (event) => {
		requireSession(event);
		requireData(event, await event.locals.api.notification.PUT('/api/v1/notifications/read-all'));
		redirect(303, '/notifications');
	},
	read: async (event) => {
		requireSession(event);
		const { id } = await readForm(event.request, 'id');
		const answer = await event.locals.api.notification.PUT('/api/v1/notifications/{id}/read', {
			params: { path: { id } }
		});
		return continueAt(event, answer, '/notifications', {});
	},
	remove: async (event) => {
		requireSession(event);
		const { id } = await readForm(event.request, 'id');
		const answer = await event.locals.api.notification.DELETE('/api/v1/notifications/{id}', {
			params: { path: { id } }
		});
		return continueAt(event, answer, `/notifications?removed=${encodeURIComponent(id)}`, {});
	},
	restore: async (event) => {
		requireSession(event);
		const { id } = await readForm(event.request, 'id');
		const answer = await event.locals.api.notification.POST('/api/v1/notifications/{id}/restore', {
			params: { path: { id } }
		});
		return continueAt(event, answer, '/notifications', {});
	}
};
