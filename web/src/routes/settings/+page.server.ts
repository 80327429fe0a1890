import { redirect } from '@sveltejs/kit';
import { proofOf } from '#lib/server/apps.ts';
import { readForm } from '#lib/server/forms.ts';
import { readableAddress } from '#lib/server/mail.ts';
import { hideFromRobots } from '#lib/server/pages.ts';
import { refuse, requireData, requireSession } from '#lib/server/problems.ts';
import { sessionCookie } from '#lib/server/session.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireSession(event);
	hideFromRobots(event);
	const { auth } = event.locals.api;
	const [account, sessions] = await Promise.all([
		auth.GET('/api/v1/users/me'),
		auth.GET('/api/v1/auth/sessions')
	]);
	const own = requireData(event, account).data;
	return {
		account: { ...own, email: readableAddress(own.email) },
		sessions: requireData(event, sessions).data
	};
};

export const actions: Actions = {
	profile: async (event) => {
		const session = requireSession(event);
		const { locale, ...values } = await readForm(event.request, 'displayName', 'bio', 'locale', 'timeZone');
		const answer = await event.locals.api.auth.PATCH('/api/v1/users/me', {
			body: { ...values, ...(locale ? { locale } : {}) } as never
		});
		if (!answer.data) {
			return refuse(event, answer, values);
		}
		session.timeZone = answer.data.data.timeZone;
		await sessionCookie.write(event.cookies, session);
		return { done: 'settings.saved' as const };
	},
	avatar: async (event) => {
		requireSession(event);
		const { media } = await readForm(event.request, 'media');
		const answer = await event.locals.api.auth.PATCH('/api/v1/users/me', {
			body: { avatarMediaId: media || null } as never
		});
		return answer.response.ok ? { done: 'settings.saved' as const } : refuse(event, answer, {});
	},
	email: async (event) => {
		requireSession(event);
		const { email, ...proof } = await readForm(event.request, 'email', 'password', 'otp');
		const answer = await event.locals.api.auth.POST('/api/v1/auth/change-email', {
			body: { email, ...proofOf(proof) }
		});
		return answer.response.ok ? { done: 'settings.emailSent' as const } : refuse(event, answer, {});
	},
	resend: async (event) => {
		requireSession(event);
		const answer = await event.locals.api.auth.POST('/api/v1/auth/resend-verification');
		return answer.response.ok ? { done: 'verify.resent' as const } : refuse(event, answer, {});
	},
	password: async (event) => {
		requireSession(event);
		const { currentPassword, newPassword } = await readForm(event.request, 'currentPassword', 'newPassword');
		const answer = await event.locals.api.auth.POST('/api/v1/auth/change-password', {
			body: { newPassword, ...(currentPassword ? { currentPassword } : {}) }
		});
		return answer.response.ok ? { done: 'settings.passwordChanged' as const } : refuse(event, answer, {});
	},
	end: async (event) => {
		requireSession(event);
		const { id } = await readForm(event.request, 'id');
		const answer = await event.locals.api.auth.DELETE('/api/v1/auth/sessions/{id}', {
			params: { path: { id } }
		});
		return answer.response.ok ? { done: 'settings.saved' as const } : refuse(event, answer, {});
	},
	everywhere: async (event) => {
		requireSession(event);
		requireData(event, await event.locals.api.auth.POST('/api/v1/auth/logout-all'));
		sessionCookie.remove(event.cookies);
		redirect(303, '/');
	},
	delete: async (event) => {
		requireSession(event);
		const answer = await event.locals.api.auth.DELETE('/api/v1/users/me', {
			body: proofOf(await readForm(event.request, 'password', 'otp')) as never
		});
		if (!answer.response.ok) {
			return refuse(event, answer, {});
		}
		sessionCookie.remove(event.cookies);
		return { done: 'settings.deleted' as const };
	}
};
