import { keepSecret } from '#lib/server/pages.ts';
import { requireAdministrator, requireData } from '#lib/server/problems.ts';
import type { RequestHandler } from './$types';

/** Sends the suppressed addresses as a file. */
export const GET: RequestHandler = async (event) => {
	requireAdministrator(event);
	keepSecret(event);
	const answer = await event.locals.api.notification.GET('/api/v1/admin/notification-service/suppressions/export', {
		parseAs: 'stream'
	});
	return new Response(requireData(event, answer), {
		headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="suppressions.csv"' }
	});
};
