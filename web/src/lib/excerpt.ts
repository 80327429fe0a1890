const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };

/** The beginning of a text of sanitized HTML, at most so many characters and at the end of a word. */
export function excerptOfHtml(html: string, most: number): string {
	const text = html
		.replace(/<blockquote\b[\s\S]*?<\/blockquote>/g, ' ')
		.replace(/<\/li>\s*<li\b/g, ' · <li')
		.replace(/<[^>]*>/g, ' ')
		.replace(/&(#?\w+);/g, (entity, name: string) => ENTITIES[name] ?? entity)
		.replace(/\s+/g, ' ')
		.replace(/ ([.,:;!?])/g, '$1')
		.trim();
	const letters = [...text];
	return letters.length <= most ? text : `${letters.slice(0, most - 1).join('').replace(/\s+\S*$/, '')}…`;
}
