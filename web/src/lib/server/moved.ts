const POSTS = /^\/api\/v1\/threads\/([^/]+)\/posts$/;

/**
 * Where the posts of a thread are that was merged, or from which they were split off: the API has
 * answered with a redirect, which the answer's address is the end of. Null if they are in place.
 */
export function movedPlace(thread: string, { url }: { url: string }): string | null {
	const { pathname, searchParams } = new URL(url);
	const other = POSTS.exec(pathname)?.[1];
	if (!other || other === thread) {
		return null;
	}
	const number = searchParams.get('around');
	const cursor = searchParams.get('cursor');
	const view = searchParams.get('view') === 'tree' ? 'view=tree&' : '';
	if (number) {
		return `/threads/${other}?post=${number}#post-${number}`;
	}
	return `/threads/${other}${cursor ? `?${view}cursor=${encodeURIComponent(cursor)}` : ''}`;
}

/** The names of these pages in other forums, as people type them. Nothing is done by an address, so none signs out. */
const PLACES: Record<string, string> = {
	'/log-in': '/sign-in',
	'/login': '/sign-in',
	'/signin': '/sign-in',
	'/join': '/register',
	'/sign-up': '/register',
	'/signup': '/register'
};

/** The page that an address of other forums means; undefined if it means none. */
export function placeOf(path: string): string | undefined {
	return Object.hasOwn(PLACES, path) ? PLACES[path] : undefined;
}
