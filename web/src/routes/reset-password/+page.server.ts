import { readForm } from '#lib/server/forms.ts';
import { loadMailedLink } from '#lib/server/pages.ts';
import { refuse } from '#lib/server/problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load = loadMailedLink satisfies PageServerLoad;

export const actions: Actions = {
	default: async (event) => {
		const { token, password } = await readForm(event.request, 'token', 'password');
		const answer = await event.locals.api.auth.POST('/api/v1/auth/reset-password', {
			body: { token, password }
		});
		return answer.response.ok ? { done: true } : refuse(event, answer, {});
	}
};
