import { ownAccount } from '#lib/server/account.ts';
import { rememberFace, uploadedFace } from '#lib/server/face.ts';
import { readForm } from '#lib/server/forms.ts';
import { outcome, refuse, requireSession } from '#lib/server/problems.ts';
import { sessionCookie } from '#lib/server/session.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ownAccount;

export const actions: Actions = {
	profile: async (event) => {
		requireSession(event);
		const values = await readForm(event.request, 'displayName', 'bio');
		const answer = await event.locals.api.auth.PATCH('/api/v1/users/me', { body: values as never });
		if (answer.data) {
			// Until the next refresh, the tokens have the former name, also those that this call has renewed.
			const session = requireSession(event);
			session.user.displayName = answer.data.data.displayName;
			await sessionCookie.write(event.cookies, session);
		}
		return outcome(event, answer, 'settings.saved', values);
	},
	avatar: async (event) => {
		const session = requireSession(event);
		const { media } = await readForm(event.request, 'media');
		const answer = await event.locals.api.auth.PATCH('/api/v1/users/me', {
			body: { avatarMediaId: media || null } as never
		});
		if (!answer.data) {
			return refuse(event, answer, {});
		}
		const avatarUrl = media ? await uploadedFace(event.locals.api, media) : null;
		rememberFace(session, avatarUrl);
		return { done: 'settings.saved' as const, avatarUrl };
	}
};
