const NAMES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** The text of sanitized HTML without elements. */
export function textOf(html: string): string {
	return html.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{1,8}));/gi, (entity, decimal?: string, hex?: string, name = '') => {
		const number = decimal ? Number(decimal) : hex ? parseInt(hex, 16) : undefined;
		return number === undefined ? (NAMES[name] ?? entity) : number <= 0x10ffff ? String.fromCodePoint(number) : entity;
	});
}
