import { plain } from '#lib/server/pages.ts';
import { currentSettings } from '#lib/server/settings.ts';

export const GET = () =>
	plain(
		[
			'User-agent: *',
			'Disallow: /api/',
			'Disallow: /oauth2/',
			`Sitemap: ${new URL('/sitemap.xml', currentSettings().publicUrl).href}`,
			''
		].join('\n'),
		{ 'cache-control': 'public, max-age=3600' }
	);
