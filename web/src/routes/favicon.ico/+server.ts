import { findSite } from '#lib/server/site.ts';
import type { RequestHandler } from './$types';

/** Browsers, readers of feeds and previews of links ask for it without reading a page. */
export const GET: RequestHandler = async ({ locals }) => {
	const { pictures } = await findSite(locals.api);
	return new Response(null, {
		status: 302,
		headers: { location: pictures.icon ?? '/icon.svg', 'cache-control': 'public, max-age=3600' }
	});
};
