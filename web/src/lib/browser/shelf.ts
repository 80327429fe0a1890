/** The storage of a browser between pages; it may refuse. */
export type Keeper = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Keeps texts in the browser, or only in memory if the browser keeps nothing. */
export class Shelf {
	protected readonly memory = new Map<string, string>();

	constructor(protected readonly keeper: () => Keeper) {}

	get(name: string): string | null {
		try {
			return this.memory.get(name) ?? this.keeper().getItem(name);
		} catch {
			return null;
		}
	}

	/** Keeps a text, and those for which there was no room before. */
	set(name: string, value: string): void {
		this.memory.set(name, value);
		for (const [one, text] of this.memory) {
			try {
				if (text) {
					this.keeper().setItem(one, text);
				} else {
					this.keeper().removeItem(one);
				}
				this.memory.delete(one);
			} catch {
				// It stays in memory.
			}
		}
	}
}
