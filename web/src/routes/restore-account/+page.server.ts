import { readForm } from '#lib/server/forms.ts';
import { keepSecret } from '#lib/server/pages.ts';
import { refuse } from '#lib/server/problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => keepSecret(event);

export const actions: Actions = {
	default: async (event) => {
		const { login, password, otp } = await readForm(event.request, 'login', 'password', 'otp');
		const answer = await event.locals.api.auth.POST('/api/v1/auth/restore-account', {
			body: { login, password, ...(otp ? { otp } : {}) }
		});
		return answer.response.ok ? { done: true } : refuse(event, answer, { login });
	}
};
