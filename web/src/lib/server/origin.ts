const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a write comes from a page of another site. Pages without a referrer send the
 * origin "null"; the browser then says where they are from in a header that scripts cannot
 * set. Cookies are SameSite=Lax besides.
 */
export function isForeign(request: Request, site: URL): boolean {
	if (SAFE.has(request.method)) {
		return false;
	}
	const origin = request.headers.get('origin');
	const from = request.headers.get('sec-fetch-site');
	if (from !== null && from !== 'same-origin' && from !== 'none') {
		return true;
	}
	if (origin === null) {
		return false;
	}
	if (origin === 'null') {
		return from !== 'same-origin';
	}
	const host = request.headers.get('x-forwarded-host');
	return origin !== site.origin && origin !== `${site.protocol}//${host}`;
}
