/** The shortest and the longest wait before something is done for the first time, in milliseconds: many pages hear of one event. */
const SOON = 500;

const SPREAD = 1_500;

/** The shortest time in which something is done twice, in milliseconds, as requests are limited. */
const TWICE = 10_000;

/** Does something when it is asked for, but seldom, and only while somebody looks at the page. */
export class Pace {
	private waiting = false;

	private lastAt = -TWICE;

	private beforeAt = -TWICE;

	constructor(private readonly act: () => Promise<unknown>) {}

	/** Does it soon; those who ask until then are answered together. */
	ask(): void {
		if (this.waiting) {
			return;
		}
		this.waiting = true;
		const rest = Math.max(0, this.beforeAt + TWICE - Date.now());
		setTimeout(() => onceVisible(() => void this.run()), rest + SOON + Math.random() * SPREAD);
	}

	private async run(): Promise<void> {
		this.waiting = false;
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
