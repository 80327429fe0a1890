/** The storage of a browser between pages; it may refuse. */
export type Keeper = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Keeps texts in the browser, or only in memory if the browser keeps nothing. */
export class Shelf {
	private readonly memory = new Map<string, string>();

	constructor(private readonly keeper: () => Keeper) {}

	get(name: string): string | null {
		try {
			return this.memory.get(name) ?? this.keeper().getItem(name);
		} catch {
			return null;
		}
	}

	set(name: string, value: string): void {
		try {
			if (value) {
				this.keeper().setItem(name, value);
			} else {
				this.keeper().removeItem(name);
			}
			this.memory.delete(name);
		} catch {
			this.memory.set(name, value);
		}
	}
}
