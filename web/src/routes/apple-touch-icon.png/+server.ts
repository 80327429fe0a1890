import { findSite } from '#lib/server/site.ts';
import type { RequestHandler } from './$types';

/** Previews of links and readers of feeds that show no SVG ask for it without reading a page. */
export const GET: RequestHandler = async ({ locals }) => {
	const { rasters } = await findSite(locals.api);
	return new Response(null, {
		status: 302,
		headers: { location: rasters.icon ?? '/icon.png', 'cache-control': 'public, max-age=3600' }
	});
};
