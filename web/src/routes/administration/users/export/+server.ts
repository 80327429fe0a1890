import { keepSecret } from '#lib/server/pages.ts';
import { requireAdministrator, requireData } from '#lib/server/problems.ts';
import type { RequestHandler } from './$types';

/** Sends all accounts as a file. */
export const GET: RequestHandler = async (event) => {
	requireAdministrator(event);
	keepSecret(event);
	const answer = await event.locals.api.auth.GET('/api/v1/admin/users/export', { parseAs: 'stream' });
	return new Response(requireData(event, answer), {
		headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="accounts.csv"' }
	});
};
