import { excerptOfHtml } from './excerpt.ts';

/** The longest quotation that is shown whole, in characters of its HTML. */
const LONGEST = 700;

/** The length of its beginning, which is shown instead, in characters. */
const BEGINNING = 90;

const EDGE = /<blockquote\b[^>]*>|<\/blockquote>/g;

/** The places of the quotations that are in no other one. */
function outermost(html: string): { start: number; end: number }[] {
	const found: { start: number; end: number }[] = [];
	let depth = 0;
	let start = 0;
	for (const edge of html.matchAll(EDGE)) {
		const opens = !edge[0].startsWith('</');
		if (opens && depth === 0) {
			start = edge.index;
		}
		depth += opens ? 1 : -1;
		if (!opens && depth === 0) {
			found.push({ start, end: edge.index + edge[0].length });
		}
	}
	return found;
}

/** HTML in which long quotations are folded; each shows how it begins. One without words is shown whole. */
export function withFolds(html: string): string {
	let shown = '';
	let at = 0;
	for (const { start, end } of outermost(html)) {
		const quotation = html.slice(start, end);
		const words = quotation.replace(/^<blockquote\b[^>]*>|<\/blockquote>$/g, '');
		const beginning = quotation.length > LONGEST && excerptOfHtml(words, BEGINNING).replaceAll('&', '&amp;').replaceAll('<', '&lt;');
		if (beginning) {
			shown += `${html.slice(at, start)}<details class="quotation"><summary>${beginning}</summary>${quotation}</details>`;
			at = end;
		}
	}
	return shown + html.slice(at);
}
