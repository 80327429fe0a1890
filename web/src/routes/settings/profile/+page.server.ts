import { ownAccount } from '#lib/server/account.ts';
import { readForm } from '#lib/server/forms.ts';
import { outcome, requireSession } from '#lib/server/problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ownAccount;

export const actions: Actions = {
	profile: async (event) => {
		requireSession(event);
		const values = await readForm(event.request, 'displayName', 'bio');
		const answer = await event.locals.api.auth.PATCH('/api/v1/users/me', { body: values as never });
		return outcome(event, answer, 'settings.saved', values);
	},
	avatar: async (event) => {
		requireSession(event);
		const { media } = await readForm(event.request, 'media');
		const answer = await event.locals.api.auth.PATCH('/api/v1/users/me', {
			body: { avatarMediaId: media || null } as never
		});
		return outcome(event, answer, 'settings.saved');
	}
};
