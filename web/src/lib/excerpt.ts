import { textOf } from './entities.ts';

/** Stands for the words of a spoiler. */
const HIDDEN = '▒▒▒';

/** Elements after which another line or column begins; all others are within words. */
const BREAKS = /<\/?(?:p|br|hr|div|h[1-6]|pre|blockquote|ul|ol|li|table|thead|tbody|tr|th|td|img|details|summary|section)\b[^>]*>/g;

/** The beginning of a text of sanitized HTML, at most so many characters and at the end of a word. */
export function excerptOfHtml(html: string | null | undefined, most: number): string {
	const shown = without(without(html ?? '', 'span', 'spoiler', HIDDEN), 'details', 'spoiler', ` ${HIDDEN} `);
	const words = without(without(shown, 'section', 'footnotes', ''), 'sup', 'footnote-ref', '');
	// A text that is nothing but a quotation begins with that.
	const text = plain(words.replace(/<blockquote\b[\s\S]*?<\/blockquote>/g, ' ')) || plain(words);
	return beginningOf(text, most);
}

/** The beginning of a text, at most so many characters and at the end of a word. */
export function beginningOf(text: string, most: number): string {
	const line = text.replace(/\s+/g, ' ').trim();
	if (line.length <= most) {
		return line;
	}
	let count = 0;
	let end = 0;
	for (const { index } of new Intl.Segmenter().segment(line)) {
		if (count === most) {
			return `${line.slice(0, end).replace(/\s+\S{0,30}$/, '')}…`;
		}
		end = index;
		count++;
	}
	return line;
}

function plain(html: string): string {
	const words = html.replace(/<\/li>\s*(<li\b|<\/[ou]l>\s*(?=<\w))/g, ' · $1').replace(BREAKS, ' ').replace(/<[^>]*>/g, '');
	return textOf(words).replace(/\s+/g, ' ').trim();
}

/** HTML with a text in place of the elements of a class; those within them may have the same name. */
export function without(html: string, name: string, type: string, text: string): string {
	let shown = '';
	let at = 0;
	let depth = 0;
	for (const edge of html.matchAll(new RegExp(`<${name}\\b[^>]*>|</${name}>`, 'g'))) {
		const opens = !edge[0].startsWith('</');
		if (depth > 0) {
			depth += opens ? 1 : -1;
			at = edge.index + edge[0].length;
		} else if (opens && edge[0].includes(`class="${type}"`)) {
			shown += html.slice(at, edge.index) + text;
			depth = 1;
		}
	}
	return depth > 0 ? shown : shown + html.slice(at);
}
