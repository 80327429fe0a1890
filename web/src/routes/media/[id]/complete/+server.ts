import { forScript } from '#lib/server/media.ts';
import { requireSession } from '#lib/server/problems.ts';
import type { RequestHandler } from './$types';

/** Says that the bytes of an upload are in the storage, for scripts. */
export const POST: RequestHandler = async (event) => {
	requireSession(event);
	return forScript(
		event,
		await event.locals.api.media.POST('/api/v1/media/uploads/{id}/complete', {
			params: { path: { id: event.params.id } }
		})
	);
};
