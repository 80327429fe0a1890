import { json, type RequestEvent } from '@sveltejs/kit';
import { codeOf } from './problems';

/** Answers a script with the data of the API, or with the code of its problem. */
export function forScript(answer: { data?: { data: unknown }; error?: unknown; response: Response }): Response {
	return answer.data
		? json(answer.data.data)
		: json({ code: codeOf(answer) }, { status: answer.response.status });
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
