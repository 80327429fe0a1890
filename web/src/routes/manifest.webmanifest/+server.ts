import { ACCENT, accentOf } from '#lib/brand.ts';
import { directionOf } from '#lib/messages/index.ts';
import { findSite } from '#lib/server/site.ts';
import type { RequestHandler } from './$types';

/** Describes the forum to a phone whose reader has put it on the home screen. */
export const GET: RequestHandler = async ({ locals }) => {
	const { brand, pictures } = await findSite(locals.api);
	const manifest = {
		id: '/',
		name: brand.name,
		short_name: brand.name,
		...(brand.tagline ? { description: brand.tagline } : {}),
		lang: locals.language,
		dir: directionOf(locals.language),
		start_url: '/',
		scope: '/',
		display: 'standalone',
		background_color: '#f5f7f8',
		theme_color: accentOf(brand.accent ?? ACCENT).light.accent,
		icons: pictures.icon
			? [{ src: pictures.icon, sizes: 'any', purpose: 'any' }]
			: [
					{ src: '/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
					{ src: '/icon.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' }
				]
	};
	return new Response(JSON.stringify(manifest), {
		headers: { 'content-type': 'application/manifest+json', 'cache-control': 'public, max-age=60', vary: 'accept-language' }
	});
};
