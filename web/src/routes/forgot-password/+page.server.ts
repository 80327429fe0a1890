import { readForm } from '#lib/server/forms.ts';
import { keepSecret } from '#lib/server/pages.ts';
import { refuse } from '#lib/server/problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => keepSecret(event);

export const actions: Actions = {
	default: async (event) => {
		const values = await readForm(event.request, 'email');
		const answer = await event.locals.api.auth.POST('/api/v1/auth/forgot-password', { body: values });
		return answer.response.ok ? { done: true } : refuse(event, answer, values);
	}
};
