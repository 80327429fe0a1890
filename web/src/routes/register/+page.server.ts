import { redirect } from '@sveltejs/kit';
import { idempotencyKey, readForm } from '#lib/server/forms.ts';
import { hideFromRobots } from '#lib/server/pages.ts';
import { refuse } from '#lib/server/problems.ts';
import { ownPath, returnPath } from '#lib/server/provider.ts';
import { sessionCookie, toSession } from '#lib/server/session.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const back = await returnPath(event);
	if (event.locals.session) {
		redirect(303, back);
	}
	hideFromRobots(event);
	const providers = await event.locals.api.auth.GET('/api/v1/auth/identity-providers');
	return { key: crypto.randomUUID(), back, providers: providers.data?.data ?? [] };
};

export const actions: Actions = {
	default: async (event) => {
		const form = await readForm(event.request, 'name', 'username', 'email', 'password', 'key', 'return');
		const { name, username, email, password } = form;
		const back = ownPath(form.return);
		const answer = await event.locals.api.auth.POST('/api/v1/auth/register', {
			params: { header: { 'Idempotency-Key': idempotencyKey(form.key) } },
			body: { name, email, password, ...(username ? { username } : {}), locale: event.locals.language }
		});
		if (!answer.response.ok) {
			return refuse(event, answer, { name, username, email, return: back });
		}
		if (answer.response.status === 202 || !answer.data?.data?.accessToken) {
			return { done: true, back };
		}
		const { accessToken, refreshToken } = answer.data.data;
		await sessionCookie.write(event.cookies, toSession(accessToken, refreshToken, 'api'));
		redirect(303, `/register/welcome?return=${encodeURIComponent(back)}`);
	}
};
