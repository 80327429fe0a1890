import { fail, redirect } from '@sveltejs/kit';
import type { Refusal } from '#lib/refusals.ts';
import { translator } from '#lib/messages/index.ts';
import { storeZone } from '#lib/server/account.ts';
import { readForm, useKey } from '#lib/server/forms.ts';
import { keepSecret } from '#lib/server/pages.ts';
import { refuse, requireData } from '#lib/server/problems.ts';
import { sessionCookie, toSession } from '#lib/server/session.ts';
import { firstCategories, repeatedName } from '#lib/setup.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	keepSecret(event);
	const setup = requireData(event, await event.locals.api.auth.GET('/api/v1/setup')).data;
	return { required: setup.required, key: crypto.randomUUID() };
};

export const actions: Actions = {
	default: async (event) => {
		const form = await readForm(event.request, 'token', 'username', 'email', 'password', 'forum', 'categories', 'key', 'timeZone');
		const { token, username, email, password, forum, categories } = form;
		const planned = firstCategories(categories);
		const repeated = repeatedName(planned);
		if (repeated) {
			const message = `\u2068${repeated}\u2069: ${translator(event.locals.language)('problem.category.slug-taken')}`;
			const refusal: Refusal = { code: 'category.slug-taken', message, fields: { categories: message } };
			return fail(400, { refusal, values: { token, username, email, password: '', forum, categories }, key: form.key });
		}
		const answer = await event.locals.api.auth.POST('/api/v1/setup', {
			params: { header: { 'Idempotency-Key': useKey(event, form.key) } },
			body: {
				token: token.trim(),
				admin: { username, email, password },
				forum: { name: forum, language: event.locals.language },
				categories: planned
			}
		});
		if (!answer.data) {
			return refuse(event, answer, { token, username, email, password: '', forum, categories });
		}
		const { accessToken, refreshToken } = answer.data.data;
		const session = toSession(accessToken, refreshToken, 'api', Math.floor(Date.now() / 1000));
		const timeZone = await storeZone(event.locals.apiWith(accessToken), form.timeZone);
		await sessionCookie.write(event.cookies, { ...session, timeZone });
		redirect(303, '/');
	}
};
