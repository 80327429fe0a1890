/** Returns the address of another page of the same list, with the same filters. */
export function pageAddress(
	url: { pathname: string; search: string },
	cursor: string | null
): string | null {
	if (!cursor) {
		return null;
	}
	const query = new URLSearchParams(url.search);
	// The name of a form's action is a parameter, too.
	for (const name of [...query.keys()].filter((one) => one.startsWith('/'))) {
		query.delete(name);
	}
	query.set('cursor', cursor);
	return `${url.pathname}?${query}`;
}

/** The parameters that select what a page of a list shows. */
const SELECTING = new Set(['sort', 'window', 'view', 'category', 'cursor']);

/** Returns the address of a public page for search engines: each page of a list has its own. */
export function canonicalAddress(base: string, url: { searchParams: Iterable<[string, string]> & Pick<URLSearchParams, 'has'> }): string {
	if (!url.searchParams.has('cursor')) {
		return base;
	}
	const selecting = [...url.searchParams].filter(([name]) => SELECTING.has(name));
	return `${base.split('?')[0]}?${new URLSearchParams(selecting)}`;
}
