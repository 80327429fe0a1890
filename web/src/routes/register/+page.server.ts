import { redirect, type RequestEvent } from '@sveltejs/kit';
import { idempotencyKey, parsedCredential, readForm } from '#lib/server/forms.ts';
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

/** Signs the newcomer in, and welcomes them. */
async function welcome(event: RequestEvent, { accessToken, refreshToken }: { accessToken: string; refreshToken: string }, back: string): Promise<never> {
	await sessionCookie.write(event.cookies, toSession(accessToken, refreshToken, 'api'));
	redirect(303, `/register/welcome?return=${encodeURIComponent(back)}`);
}

export const actions: Actions = {
	password: async (event) => {
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
		return welcome(event, answer.data.data, back);
	},
	options: async (event) => {
		const form = await readForm(event.request, 'name', 'username', 'email', 'return');
		const { name, username, email } = form;
		const values = { name, username, email, return: ownPath(form.return) };
		const answer = await event.locals.api.auth.POST('/api/v1/auth/passkeys/newcomer-options', { body: { name, username } });
		return answer.data ? { options: answer.data.data, values } : refuse(event, answer, values);
	},
	passkey: async (event) => {
		const form = await readForm(event.request, 'name', 'username', 'email', 'account', 'device', 'credential', 'key', 'return');
		const { name, username, email, account, device } = form;
		const back = ownPath(form.return);
		const answer = await event.locals.api.auth.POST('/api/v1/auth/passkeys/register', {
			params: { header: { 'Idempotency-Key': idempotencyKey(form.key) } },
			body: { name, username, email, account, device, credential: parsedCredential(form.credential), locale: event.locals.language }
		});
		return answer.data
			? welcome(event, answer.data.data, back)
			: refuse(event, answer, { name, username, email, return: back });
	}
};
