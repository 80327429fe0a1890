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
