import { json } from '@sveltejs/kit';
import { readForm } from '#lib/server/forms.ts';
import type { RequestHandler } from './$types';

/** Saves how far the reader has scrolled, for scripts. */
export const POST: RequestHandler = async (event) => {
	if (!event.locals.session) {
		return json({}, { status: 401 });
	}
	const { number } = await readForm(event.request, 'number');
	const { response } = await event.locals.api.forum.PUT('/api/v1/threads/{id}/progress', {
		params: { path: { id: event.params.id } },
		body: { number: Number(number) }
	});
	return json({}, { status: response.status });
};
