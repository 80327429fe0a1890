import { readForm, readQuery } from '#lib/server/forms.ts';
import { openingAddress } from '#lib/server/notifications.ts';
import { hideFromRobots } from '#lib/server/pages.ts';
import { continueAt, requireData, requireSession } from '#lib/server/problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireSession(event);
	hideFromRobots(event);
	const place = readQuery(event.url, 'unread', 'cursor');
	const unread = place.unread === 'true';
	const answer = await event.locals.api.notification.GET('/api/v1/notifications', {
		params: { query: { ...(unread ? { unread: 'true' } : {}), ...(place.cursor ? { cursor: place.cursor } : {}) } }
	});
	const page = requireData(event, answer);
	return {
		notifications: page.data.map((one) => ({ ...one, link: openingAddress(one) })),
		unreadOnly: unread,
		removed: event.url.searchParams.get('removed'),
		...page.meta.pagination
	};
};

/** The part of the list from which a form was sent. */
function placeOf(url: URL, more: Record<string, string> = {}): string {
	const query = new URLSearchParams({ ...readQuery(url, 'unread', 'cursor'), ...more });
	return query.size > 0 ? `/notifications?${query}` : '/notifications';
}

export const actions: Actions = {
	all: async (event) => {
		requireSession(event);
		const answer = await event.locals.api.notification.PUT('/api/v1/notifications/read-all');
		return continueAt(event, answer, placeOf(event.url), {});
	},
	read: async (event) => {
		requireSession(event);
		const { id } = await readForm(event.request, 'id');
		const answer = await event.locals.api.notification.PUT('/api/v1/notifications/{id}/read', {
			params: { path: { id } }
		});
		return continueAt(event, answer, placeOf(event.url), {});
	},
	remove: async (event) => {
		requireSession(event);
		const { id } = await readForm(event.request, 'id');
		const answer = await event.locals.api.notification.DELETE('/api/v1/notifications/{id}', {
			params: { path: { id } }
		});
		return continueAt(event, answer, placeOf(event.url, { removed: id }), {});
	},
	restore: async (event) => {
		requireSession(event);
		const { id } = await readForm(event.request, 'id');
		const answer = await event.locals.api.notification.POST('/api/v1/notifications/{id}/restore', {
			params: { path: { id } }
		});
		return continueAt(event, answer, placeOf(event.url), {});
	}
};
