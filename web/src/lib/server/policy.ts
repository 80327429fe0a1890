import type { Settings } from './settings';

/**
 * The content security policy of all pages: scripts of this site in files, nothing inline.
 * Scripts cannot make HTML of texts except by the policy in `browser/page.ts`.
 */
export function contentSecurityPolicy(settings: Settings): string {
	const media = settings.mediaOrigin ? [settings.mediaOrigin] : [];
	const images = ["'self'", ...settings.imageHosts.map((host) => `https://${host}`), ...media];
	const connections = ["'self'", ...(settings.uploadOrigin ? [settings.uploadOrigin] : [])];
	return [
		"default-src 'none'",
		"script-src 'self'",
		"require-trusted-types-for 'script'",
		'trusted-types parley',
		`connect-src ${connections.join(' ')}`,
		"style-src 'self'",
		"manifest-src 'self'",
		`img-src ${images.join(' ')}`,
		`media-src ${media.join(' ') || "'none'"}`,
		// The provider's pages are of this origin, too.
		"form-action 'self'",
		// Mails that administrators look at, which have a policy of their own.
		"frame-src 'self'",
		"base-uri 'none'",
		"frame-ancestors 'none'"
	].join('; ');
}
