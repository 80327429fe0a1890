import { readForm } from '#lib/server/forms.ts';
import { loadMailedLink } from '#lib/server/pages.ts';
import { refuse } from '#lib/server/problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load = loadMailedLink satisfies PageServerLoad;

export const actions: Actions = {
	default: async (event) => {
		const values = await readForm(event.request, 'token');
		const answer = await event.locals.api.auth.POST('/api/v1/auth/confirm-email', { body: values });
		return answer.response.ok ? { done: true } : refuse(event, answer, {});
	}
};
