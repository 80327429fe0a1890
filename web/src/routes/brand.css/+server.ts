import { error } from '@sveltejs/kit';
import { ofVersion, styleOf } from '#lib/brand.ts';
import { findSite } from '#lib/server/site.ts';
import type { RequestHandler } from './$types';

/**
 * The colours and corners that administrators chose, for the pages here and, without a version, for
 * those of auth-service. A version says by itself what it looks like, so its address never changes its content.
 */
export const GET: RequestHandler = async ({ locals, url }) => {
	const version = url.searchParams.get('v');
	const brand = version === null ? (await findSite(locals.api)).brand : ofVersion(version);
	if (!brand) {
		error(404);
	}
	return new Response(styleOf(brand), {
		headers: {
			'content-type': 'text/css; charset=utf-8',
			'cache-control': version === null ? 'no-cache' : 'public, max-age=31536000, immutable'
		}
	});
};
