/** What an address says about its page: the name of a form's action is a parameter, too. */
export function queryOf({ search }: { search: string }): URLSearchParams {
	return new URLSearchParams([...new URLSearchParams(search)].filter(([name]) => !name.startsWith('/')));
}

/** Returns the address of the page from which a form was sent, with its filters and its place in a list. */
export function placeOf(url: { pathname: string; search: string }): string {
	const query = queryOf(url);
	return query.size ? `${url.pathname}?${query}` : url.pathname;
}

/** Returns the address of the first page of the same list; null on that page itself. */
export function firstAddress(url: { pathname: string; search: string }): string | null {
	const query = queryOf(url);
	const isFirst = !query.has('cursor');
	query.delete('cursor');
	return isFirst ? null : placeOf({ pathname: url.pathname, search: query.toString() });
}

/** Returns the address of another page of the same list, with the same filters. */
export function pageAddress(
	url: { pathname: string; search: string },
	cursor: string | null
): string | null {
	if (!cursor) {
		return null;
	}
	const query = queryOf(url);
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
