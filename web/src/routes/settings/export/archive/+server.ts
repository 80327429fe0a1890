import { redirect } from '@sveltejs/kit';
import { keepSecret } from '#lib/server/pages.ts';
import { requireData, requireSession } from '#lib/server/problems.ts';
import type { RequestHandler } from './$types';

/** Sends the reader's personal data as a file, or back to the page while it is gathered. */
export const GET: RequestHandler = async (event) => {
	requireSession(event);
	keepSecret(event);
	const answer = await event.locals.api.auth.GET('/api/v1/users/me/export', { parseAs: 'stream' });
	const archive = requireData(event, answer);
	if (answer.response.status === 202) {
		await archive?.cancel();
		redirect(303, '/settings/export?pending');
	}
	return new Response(archive, {
		headers: { 'content-type': 'application/json', 'content-disposition': 'attachment; filename="parley-export.json"' }
	});
};
