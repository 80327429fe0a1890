import { text } from '@sveltejs/kit';
import { currentSettings } from '#lib/server/settings.ts';

export const GET = () =>
	text(
		[
			'User-agent: *',
			'Disallow: /api/',
			'Disallow: /oauth2/',
			`Sitemap: ${new URL('/sitemap.xml', currentSettings().publicUrl).href}`,
			''
		].join('\n'),
		{ headers: { 'cache-control': 'public, max-age=3600' } }
	);
