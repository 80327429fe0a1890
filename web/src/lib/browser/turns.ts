/** Runs a few tasks at a time: each one begins when an earlier one has ended. */
export class Turns {
	private readonly ends: Promise<unknown>[];

	constructor(atOnce: number) {
		this.ends = Array.from({ length: atOnce }, () => Promise.resolve());
	}

	take<T>(run: () => Promise<T>): Promise<T> {
		const end = (this.ends.shift() as Promise<unknown>).then(run);
		this.ends.push(end.catch(() => undefined));
		return end;
	}
}
