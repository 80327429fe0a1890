import { readForm } from '#lib/server/forms.ts';
import { forScript } from '#lib/server/media.ts';
import { requireSession } from '#lib/server/problems.ts';
import type { RequestHandler } from './$types';

/** Returns the state of an upload, for scripts. */
export const GET: RequestHandler = async (event) => {
	requireSession(event);
	event.setHeaders({ 'cache-control': 'no-store' });
	return forScript(
		event,
		await event.locals.api.media.GET('/api/v1/media/{id}', { params: { path: { id: event.params.id } } })
	);
};

/** Stores the text that describes an upload. */
export const PATCH: RequestHandler = async (event) => {
	requireSession(event);
	const { alt } = await readForm(event.request, 'alt');
	const { response } = await event.locals.api.media.PATCH('/api/v1/media/{id}', {
		params: { path: { id: event.params.id } },
		body: { alt: alt.trim() }
	});
	return new Response(null, { status: response.ok ? 204 : response.status });
};

/** Removes an upload that its writer does not want any more. */
export const DELETE: RequestHandler = async (event) => {
	requireSession(event);
	const { response } = await event.locals.api.media.DELETE('/api/v1/media/{id}', {
		params: { path: { id: event.params.id } }
	});
	return new Response(null, { status: response.status });
};
