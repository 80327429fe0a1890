/** The lines of a file that were not carried out yet, below its first line; empty if there are none. */
export function remaining(csv: string, lines: { line: number; code?: string | null }[]): string {
	const next = lines.find(({ code }) => code === 'csv.not-tried');
	const rows = csv.split('\n');
	const head = rows.find((row) => /[a-z]/i.test(row));
	return next && head ? [head, ...rows.slice(next.line - 1)].join('\n') : '';
}
