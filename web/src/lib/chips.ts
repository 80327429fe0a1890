/** A part of a search that narrows it, such as `tag:soil`. */
const OPERATOR = /(?:^|\s)((?:author|category|tag|before|after|is)[:：](?:["“”„«»＂][^"“”„«»＂]*["“”„«»＂]|\S+))/giu;

/** A filter of a search: what it is, and the search without it. */
export interface Chip {
	text: string;
	without: string;
}

/** The filters that a search has, each with the search that a click on it leads to. */
export function chipsOf(query: string): Chip[] {
	return [...query.matchAll(OPERATOR)].map((found) => ({
		text: found[1] ?? '',
		without: (query.slice(0, found.index) + query.slice(found.index + found[0].length)).replace(/\s+/g, ' ').trim()
	}));
}

/** A search with another filter. */
export function withFilter(query: string, filter: string): string {
	return chipsOf(query).some(({ text }) => text.toLowerCase() === filter.toLowerCase()) ? query : `${query} ${filter}`.trim();
}
