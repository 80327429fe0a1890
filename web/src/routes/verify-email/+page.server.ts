import { readForm } from '#lib/server/forms.ts';
import { loadMailedLink } from '#lib/server/pages.ts';
import { codeOf, refuse } from '#lib/server/problems.ts';
import { promptly } from '#lib/server/promptly.ts';
import type { RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load = loadMailedLink satisfies PageServerLoad;

/** Whether the reader's address is verified, by the link that is used again. */
async function isVerified({ locals }: RequestEvent): Promise<boolean> {
	const account = locals.session && (await promptly(locals.api.auth.GET('/api/v1/users/me'), null));
	return account?.data?.data.emailVerified ?? false;
}

export const actions: Actions = {
	default: async (event) => {
		const values = await readForm(event.request, 'token');
		const answer = await event.locals.api.auth.POST('/api/v1/auth/verify-email', { body: values });
		const isDone = answer.response.ok || (codeOf(answer) === 'auth.link-invalid' && (await isVerified(event)));
		return isDone ? { done: true } : refuse(event, answer, {});
	}
};
