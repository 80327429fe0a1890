/** Remembers answers of the API for a while; an old one counts while the API has no new one. */
export class Memory<T> {
	private readonly known = new Map<string, { value: T; at: number }>();

	/** How often all answers were forgotten: one that was asked for before is not kept. */
	private generation = 0;

	/**
	 * @param fresh how long an answer is used, in milliseconds
	 * @param most the most answers that are kept
	 */
	constructor(
		private readonly fresh: number,
		private readonly most: number
	) {}

	/**
	 * @param keyOf a key that the call may change, as that of a session which is renewed; the answer is not kept then
	 * @param suffices whether an answer of this age, in milliseconds, has what is asked for; one that has not is read anew
	 */
	async find(
		keyOf: () => string,
		load: () => Promise<T | undefined>,
		now = Date.now(),
		suffices: (value: T, age: number) => boolean = () => true
	): Promise<T | undefined> {
		const key = keyOf();
		const last = this.known.get(key);
		if (last && now - last.at < this.fresh && suffices(last.value, now - last.at)) {
			return last.value;
		}
		const { generation } = this;
		const value = await load();
		if (value === undefined) {
			return last?.value;
		}
		if (keyOf() === key && this.generation === generation) {
			this.remember(key, value, now);
		}
		return value;
	}

	/** Forgets all answers, as something has changed them. */
	forget(): void {
		this.known.clear();
		this.generation++;
	}

	/** Takes an answer that was received elsewhere. */
	remember(key: string, value: T, now = Date.now()): void {
		this.known.delete(key);
		this.known.set(key, { value, at: now });
		const [oldest] = this.known.keys();
		if (this.known.size > this.most && oldest !== undefined) {
			this.known.delete(oldest);
		}
	}
}
