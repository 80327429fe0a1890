import { hideFromRobots } from '#lib/server/pages.ts';
import { outcome, requireData, requireSession } from '#lib/server/problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const _MAILS = ['none', 'now', 'daily', 'weekly'] as const;

export const load: PageServerLoad = async (event) => {
	requireSession(event);
	hideFromRobots(event);
	const { notification } = event.locals.api;
	const [preferences, suppression] = await Promise.all([
		notification.GET('/api/v1/users/me/preferences'),
		notification.GET('/api/v1/notifications/mail-suppression')
	]);
	const { kinds, quietHours } = requireData(event, preferences).data;
	return { kinds, quietHours, suppressed: requireData(event, suppression).data.reason, mails: _MAILS };
};

export const actions: Actions = {
	lift: async (event) => {
		requireSession(event);
		const answer = await event.locals.api.notification.DELETE('/api/v1/notifications/mail-suppression');
		return outcome(event, answer, 'suppression.lifted');
	},
	save: async (event) => {
		requireSession(event);
		const { notification } = event.locals.api;
		const known = requireData(event, await notification.GET('/api/v1/users/me/preferences')).data.kinds;
		const form = await event.request.formData();
		const kinds = known.map(({ kind, mail }) => ({
			kind,
			inApp: form.has(`${kind}.inApp`),
			live: form.has(`${kind}.live`),
			mail: _MAILS.find((one) => one === form.get(`${kind}.mail`)) ?? mail
		}));
		const from = String(form.get('quietFrom') ?? '');
		const to = String(form.get('quietTo') ?? '');
		const quietHours = from || to ? { quietHours: { from, to } } : {};
		const answer = await notification.PUT('/api/v1/users/me/preferences', { body: { kinds, ...quietHours } });
		return outcome(event, answer, 'settings.saved');
	}
};
