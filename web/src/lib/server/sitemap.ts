import { currentSettings } from './settings';

/** Threads of a sitemap. The protocol permits fifty times as many; each is a wait of its reader. */
export const SITEMAP_SIZE = 1000;

/** Requests to the API for a full sitemap. */
export const PAGES_OF_SITEMAP = 10;

/** Sitemaps of one list of threads: the API has a thousand pages of a list. */
export const MOST_SITEMAPS = 1000 / PAGES_OF_SITEMAP;

/** An address for search engines. */
export interface SitemapEntry {
	path: string;
	changed?: string | undefined;
}

/** The sitemaps of a category or of the whole forum, of which the first has the category or all categories. */
export function sitemapsOf(list: { slug?: string; threads: number; changed: string | undefined }): SitemapEntry[] {
	const { slug, threads, changed } = list;
	const place = slug === undefined ? '' : `category=${encodeURIComponent(slug)}&`;
	const count = Math.min(MOST_SITEMAPS, Math.max(1, Math.ceil(threads / SITEMAP_SIZE)));
	return Array.from({ length: count }, (_, index) => ({
		path: `/sitemap.xml?${place}page=${index + 1}`,
		changed
	}));
}

/** A sitemap of pages. */
export function pageOf(entries: SitemapEntry[]): string {
	return document('urlset', 'url', entries);
}

/** A list of sitemaps. */
export function indexOf(entries: SitemapEntry[]): string {
	return document('sitemapindex', 'sitemap', entries);
}

function document(root: string, element: string, entries: SitemapEntry[]): string {
	const lines = entries.map(({ path, changed }) => {
		const address = new URL(path, currentSettings().publicUrl).href.replaceAll('&', '&amp;');
		return `<${element}><loc>${address}</loc>${changed ? `<lastmod>${changed}</lastmod>` : ''}</${element}>`;
	});
	return `<?xml version="1.0" encoding="UTF-8"?>
<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${lines.join('\n')}
</${root}>
`;
}
