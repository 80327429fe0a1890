import { createContext } from 'svelte';

const [heads, setHeads] = createContext<() => string[]>();
const [row, setRow] = createContext<{ cells: number }>();

/** Gives the rows of a table the heads of its columns. */
export function beginTable(head: () => string[]): void {
	setHeads(head);
}

export function beginRow(): void {
	setRow({ cells: 0 });
}

/** Returns the head of the column of the next cell in the row. */
export function nextHead(): string | undefined {
	return heads()()[row().cells++];
}
