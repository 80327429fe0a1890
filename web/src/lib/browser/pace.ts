/** The shortest and the longest wait before something is done for the first time, in milliseconds: many pages hear of one event. */
const SOON = 500;

const SPREAD = 1_500;

/** The shortest time in which something is done twice, in milliseconds, as requests are limited. */
const TWICE = 10_000;

/** The same for what is rare, and should not wait for its turn. */
const RARE = 3_000;

/** Does something when it is asked for, but seldom, and only while somebody looks at the page. */
export class Pace {
	private dueAt = Infinity;

	private timer: ReturnType<typeof setTimeout> | undefined;

	private lastAt = -TWICE;

	private beforeAt = -TWICE;

	constructor(private readonly act: () => Promise<unknown>) {}

	/** Does it soon; those who ask until then are answered together. */
	ask(isRare = false): void {
		const earliest = Math.max(isRare ? this.lastAt + RARE : this.beforeAt + TWICE, Date.now());
		const at = earliest + SOON + Math.random() * SPREAD;
		if (at < this.dueAt) {
			this.dueAt = at;
			clearTimeout(this.timer);
			this.timer = setTimeout(() => onceVisible(() => void this.run()), at - Date.now());
		}
	}

	private async run(): Promise<void> {
		this.dueAt = Infinity;
		this.beforeAt = this.lastAt;
		this.lastAt = Date.now();
		await this.act().catch(() => undefined);
	}
}

/** Calls at once if the page is in view, else when it comes into view. */
export function onceVisible(act: () => void): void {
	if (document.visibilityState === 'visible') {
		act();
	} else {
		document.addEventListener('visibilitychange', () => onceVisible(act), { once: true });
	}
}
