import { readForm, useKey } from '#lib/server/forms.ts';
import { loadMailedLink } from '#lib/server/pages.ts';
import { problemText, type Refusal } from '#lib/refusals.ts';
import { outcome, refusalOf } from '#lib/server/problems.ts';
import type { Actions, PageServerLoad } from './$types';

/** The token alone counts: the session of a banned author has ended. */
export const load: PageServerLoad = async (event) => {
	const { token } = loadMailedLink(event);
	const key = crypto.randomUUID();
	if (!token) {
		const code = 'statement.link-invalid';
		const refusal: Refusal = { code, message: problemText(event.locals.language, { code, status: 400 }), fields: {} };
		return { token, key, statement: null, refusal };
	}
	const answer = await event.locals.apiWith(null).moderation.POST('/api/v1/moderation/statements/by-token', {
		body: { token }
	});
	return answer.data
		? { token, key, statement: answer.data.data, refusal: null }
		: { token, key, statement: null, refusal: refusalOf(event, answer) };
};

export const actions: Actions = {
	default: async (event) => {
		const { token, text, key } = await readForm(event.request, 'token', 'text', 'key');
		const answer = await event.locals.apiWith(null).moderation.POST('/api/v1/moderation/statements/by-token/appeal', {
			params: { header: { 'Idempotency-Key': useKey(event, key) } },
			body: { token, text }
		});
		return outcome(event, answer, 'appeal.sentByLink', { text });
	}
};
