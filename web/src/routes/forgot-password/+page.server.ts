import { readForm } from '#lib/server/forms.ts';
import { keepSecret } from '#lib/server/pages.ts';
import { refuse } from '#lib/server/problems.ts';
import { ownPath, returnPath } from '#lib/server/provider.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	keepSecret(event);
	return { back: await returnPath(event) };
};

export const actions: Actions = {
	default: async (event) => {
		const { email, return: given } = await readForm(event.request, 'email', 'return');
		const back = ownPath(given);
		const answer = await event.locals.api.auth.POST('/api/v1/auth/forgot-password', { body: { email } });
		return answer.response.ok ? { done: true, back } : refuse(event, answer, { email, return: back });
	}
};
