import { json, type RequestEvent } from '@sveltejs/kit';
import { problemText } from '#lib/refusals.ts';
import { refusalOf, type Answer } from './problems';

/** Answers a script with the data of the API, or with the reason of a refusal as a sentence and the wait before a repetition. */
export function forScript(event: RequestEvent, answer: Answer<{ data: object }>): Response {
	if (!answer.data) {
		const { status, headers } = answer.response;
		const wait = headers.get('retry-after');
		return json({ reason: refusalOf(event, answer).message }, { status, headers: wait ? { 'retry-after': wait } : {} });
	}
	const { refusal } = answer.data.data as { refusal?: string | null };
	const reason = refusal ? problemText(event.locals.language, { code: refusal, status: 400 }) : undefined;
	return json({ ...answer.data.data, reason });
}

/**
 * Stores the texts that describe pictures; a picture without one is decorative. Returns the answer
 * to the first text that was refused.
 */
export async function describe(event: RequestEvent, media: string[], texts: string[]) {
	const { api } = event.locals;
	const described = media.map((id, index) => ({ id, alt: texts[index]?.trim() ?? '' })).filter(({ alt }) => alt);
	const answers = await Promise.all(
		described.map(({ id, alt }) =>
			api.media.PATCH('/api/v1/media/{id}', { params: { path: { id } }, body: { alt } })
		)
	);
	return answers.find(({ response }) => !response.ok);
}
