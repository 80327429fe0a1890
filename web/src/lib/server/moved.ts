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
