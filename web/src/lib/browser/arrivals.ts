/** A post of a live event; removed posts lack the content. */
export interface LivePost {
	id: string;
	number: number;
	version?: number;
	status?: string;
	html?: string;
	editedAt?: string | null;
}

/** An event of realtime-service. */
export interface LiveEvent<T> {
	id: string;
	offset?: number;
	type: string;
	threadId?: string;
	conversationId?: string;
	postId?: string;
	data: T;
}

/** Remembers the last events, as an event can be delivered more than once. */
export class SeenEvents {
	private readonly ids = new Set<string>();

	constructor(private readonly most = 2_000) {}

	/** Whether this is the first delivery of the event. */
	isNew(event: LiveEvent<unknown>): boolean {
		if (this.ids.has(event.id)) {
			return false;
		}
		this.ids.add(event.id);
		const [oldest] = this.ids;
		if (this.ids.size > this.most && oldest !== undefined) {
			this.ids.delete(oldest);
		}
		return true;
	}
}

/** The posts that arrived after the last one that the page shows. */
export class Arrivals {
	private readonly numbers = new Set<number>();

	constructor(private last: number) {}

	/** Adds a post; the page shows it already if its number is not higher. */
	add(number: number): void {
		if (number > this.last) {
			this.numbers.add(number);
		}
	}

	remove(number: number): void {
		this.numbers.delete(number);
	}

	/** The page now shows all posts up to this one. */
	show(number: number): void {
		this.last = Math.max(this.last, number);
		for (const arrived of this.numbers) {
			if (arrived <= this.last) {
				this.numbers.delete(arrived);
			}
		}
	}

	get count(): number {
		return this.numbers.size;
	}

	/** The lowest number of a post that the page does not show. */
	get first(): number {
		return Math.min(...this.numbers);
	}

	get lastShown(): number {
		return this.last;
	}
}
