import { textOf } from './entities.ts';

/** The beginning of a text of sanitized HTML, at most so many characters and at the end of a word. */
export function excerptOfHtml(html: string, most: number): string {
	const plain = html
		.replace(/<blockquote\b[\s\S]*?<\/blockquote>/g, ' ')
		.replace(/<\/li>\s*<li\b/g, ' · <li')
		.replace(/<[^>]*>/g, ' ');
	const text = textOf(plain)
		.replace(/\s+/g, ' ')
		.replace(/ ([.,:;!?])/g, '$1')
		.trim();
	const letters = [...text];
	return letters.length <= most ? text : `${letters.slice(0, most - 1).join('').replace(/\s+\S*$/, '')}…`;
}
