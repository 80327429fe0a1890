/**
 * The lines of a file that were not carried out yet, below its first line; empty if there are none. Empty lines stand
 * for the others, so that reports go on counting the lines of the file.
 */
export function remaining(csv: string, lines: { line: number; code?: string | null }[]): string {
	const next = lines.find(({ code }) => code === 'csv.not-tried');
	const rows = csv.split('\n');
	const head = rows.findIndex((row) => /[a-z]/i.test(row));
	return next && head >= 0 ? rows.map((row, index) => (index === head || index >= next.line - 1 ? row : '')).join('\n') : '';
}
