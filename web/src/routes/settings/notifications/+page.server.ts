import { fail } from '@sveltejs/kit';
import { readForm } from '#lib/server/forms.ts';
import { hideFromRobots } from '#lib/server/pages.ts';
import { outcome, refusalOf, requireData, requireSession } from '#lib/server/problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const _MAILS = ['none', 'now', 'daily', 'weekly'] as const;

export const load: PageServerLoad = async (event) => {
	const { user } = requireSession(event);
	hideFromRobots(event);
	const { notification, forum } = event.locals.api;
	const [preferences, suppression, devices, categories] = await Promise.all([
		notification.GET('/api/v1/users/me/preferences'),
		notification.GET('/api/v1/notifications/mail-suppression'),
		notification.GET('/api/v1/notifications/devices'),
		forum.GET('/api/v1/categories')
	]);
	const { kinds, quietHours, everyPost } = requireData(event, preferences).data;
	return {
		kinds: offered(kinds, user),
		quietHours,
		everyPost,
		categories: requireData(event, categories).data.map(({ id, name }) => ({ id, name })),
		suppressed: requireData(event, suppression).data.reason,
		devices: requireData(event, devices).data.devices,
		mails: _MAILS
	};
};

/** The kinds of news that a person can get: those about the services are for administrators. */
function offered<K extends { kind: string }>(kinds: K[], { roles }: { roles: string[] }): K[] {
	return kinds.filter(({ kind }) => kind !== 'system' || roles.includes('admin'));
}

export const actions: Actions = {
	lift: async (event) => {
		requireSession(event);
		const answer = await event.locals.api.notification.DELETE('/api/v1/notifications/mail-suppression');
		return outcome(event, answer, 'suppression.lifted');
	},
	forget: async (event) => {
		requireSession(event);
		const { id } = await readForm(event.request, 'id');
		const answer = await event.locals.api.notification.DELETE('/api/v1/notifications/devices/{id}', { params: { path: { id } } });
		return outcome(event, answer, 'push.forgotten');
	},
	save: async (event) => {
		const { user } = requireSession(event);
		const { notification } = event.locals.api;
		const known = requireData(event, await notification.GET('/api/v1/users/me/preferences')).data.kinds;
		const form = await event.request.formData();
		const kinds = known.map((choice) => {
			const { kind } = choice;
			const mail = _MAILS.find((one) => one === form.get(`${kind}.mail`));
			// Boxes that are not checked are missing, and so is a kind that is newer than the page of the form.
			return mail ? { kind, inApp: form.has(`${kind}.inApp`), live: form.has(`${kind}.live`), push: form.has(`${kind}.push`), mail } : choice;
		});
		const from = String(form.get('quietFrom') ?? '');
		const to = String(form.get('quietTo') ?? '');
		const quietHours = from || to ? { quietHours: { from, to } } : {};
		const everyPost = form.getAll('everyPost').map(String);
		const answer = await notification.PUT('/api/v1/users/me/preferences', { body: { kinds, ...quietHours, everyPost } });
		// All that was chosen stays when one of it is refused.
		return answer.response.ok || answer.response.status === 401
			? outcome(event, answer, 'settings.saved')
			: fail(answer.response.status, { refusal: refusalOf(event, answer), chosen: { kinds: offered(kinds, user), quietHours: { from, to }, everyPost } });
	}
};
