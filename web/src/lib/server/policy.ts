import type { Settings } from './settings';

/** The content security policy of all pages, which have no scripts and no inline styles. */
export function contentSecurityPolicy(settings: Settings): string {
	const images = ["'self'", ...settings.imageHosts.map((host) => `https://${host}`)];
	return [
		"default-src 'none'",
		"style-src 'self'",
		`img-src ${images.join(' ')}`,
		// The provider's pages are of this origin, too.
		"form-action 'self'",
		"base-uri 'none'",
		"frame-ancestors 'none'"
	].join('; ');
}
