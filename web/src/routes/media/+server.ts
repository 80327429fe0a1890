import { error } from '@sveltejs/kit';
import { forScript } from '#lib/server/media.ts';
import { requireSession } from '#lib/server/problems.ts';
import type { RequestHandler } from './$types';

/** Begins an upload, for scripts; the file goes from the browser to the storage. */
export const POST: RequestHandler = async (event) => {
	requireSession(event);
	const body = await event.request.json().catch(() => error(400));
	return forScript(event, await event.locals.api.media.POST('/api/v1/media/uploads', { body }));
};
