import { idempotencyKey, readForm } from '#lib/server/forms.ts';
import { loadMailedLink } from '#lib/server/pages.ts';
import { outcome, refusalOf, type Refusal } from '#lib/server/problems.ts';
import type { Actions, PageServerLoad } from './$types';

const INCOMPLETE: Refusal = { code: 'statement.link-invalid', message: '', fields: {} };

/** The token alone counts: the session of a banned author has ended. */
export const load: PageServerLoad = async (event) => {
	const { token } = loadMailedLink(event);
	const key = crypto.randomUUID();
	if (!token) {
		return { token, key, statement: null, refusal: INCOMPLETE };
	}
	const answer = await event.locals.apiWith(null).moderation.POST('/api/v1/moderation/statements/by-token', {
		body: { token }
	});
	return answer.data
		? { token, key, statement: answer.data.data, refusal: null }
		: { token, key, statement: null, refusal: refusalOf(answer) };
};

export const actions: Actions = {
	default: async (event) => {
		const { token, text, key } = await readForm(event.request, 'token', 'text', 'key');
		const answer = await event.locals.apiWith(null).moderation.POST('/api/v1/moderation/statements/by-token/appeal', {
			params: { header: { 'Idempotency-Key': idempotencyKey(key) } },
			body: { token, text }
		});
		return outcome(event, answer, 'appeal.sentByLink', { text });
	}
};
