import { plain } from '#lib/server/pages.ts';
import { currentSettings } from '#lib/server/settings.ts';

export const GET = () =>
	plain(
		[
			'User-agent: *',
			'Disallow: /api/',
			// Pages show these pictures to other services, and lead to these feeds; the longest rule counts.
			'Allow: /api/v1/brand/images/',
			'Allow: /api/v1/feeds/',
			'Disallow: /oauth2/',
			`Sitemap: ${new URL('/sitemap.xml', currentSettings().publicUrl).href}`,
			''
		].join('\n'),
		{ 'cache-control': 'public, max-age=3600' }
	);
