import { ownAccount } from '#lib/server/account.ts';
import { proofOf } from '#lib/server/apps.ts';
import { readForm } from '#lib/server/forms.ts';
import { outcome, requireData, requireSession } from '#lib/server/problems.ts';
import { promptly } from '#lib/server/promptly.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { auth, notification } = event.locals.api;
	const [own, twoFactor, suppression] = await Promise.all([
		ownAccount(event),
		auth.GET('/api/v1/auth/two-factor'),
		promptly(notification.GET('/api/v1/notifications/mail-suppression'), null)
	]);
	return { ...own, twoFactor: requireData(event, twoFactor).data.enabled, suppressed: suppression?.data?.data.reason ?? null };
};

export const actions: Actions = {
	email: async (event) => {
		requireSession(event);
		const { email, ...proof } = await readForm(event.request, 'email', 'password', 'otp');
		const answer = await event.locals.api.auth.POST('/api/v1/auth/change-email', {
			body: { email, ...proofOf(proof) }
		});
		return outcome(event, answer, 'settings.emailSent', { email });
	},
	resend: async (event) => {
		requireSession(event);
		return outcome(event, await event.locals.api.auth.POST('/api/v1/auth/resend-verification'), 'verify.resent');
	},
	lift: async (event) => {
		requireSession(event);
		return outcome(event, await event.locals.api.notification.DELETE('/api/v1/notifications/mail-suppression'), 'suppression.lifted');
	},
	password: async (event) => {
		requireSession(event);
		const { currentPassword, newPassword, otp } = await readForm(event.request, 'currentPassword', 'newPassword', 'otp');
		const answer = await event.locals.api.auth.POST('/api/v1/auth/change-password', {
			body: { newPassword, ...(currentPassword ? { currentPassword } : {}), ...(otp ? { otp } : {}) }
		});
		return outcome(event, answer, 'settings.passwordChanged', { currentPassword: '' });
	}
};
