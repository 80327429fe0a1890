/** How long after the last change a draft is saved, in milliseconds. */
const PAUSE = 3_000;

/** The shortest time between two savings, as writes are limited. */
const INTERVAL = 10_000;

/** Keeps what is written in a form as a draft on the server. */
export class DraftKeeper {
	private timer: ReturnType<typeof setTimeout> | undefined;

	private saved = '';

	private savedAt = 0;

	private running = false;

	private sent = false;

	constructor(
		private readonly form: HTMLFormElement,
		private readonly field: HTMLTextAreaElement,
		private readonly say: (key: 'saved' | 'restored' | 'unsaved') => void
	) {
		this.saved = field.value;
		form.addEventListener('input', () => this.schedule());
		form.addEventListener('submit', (submit) => {
			this.sent = !(submit as SubmitEvent).submitter?.dataset.swap;
		});
		window.addEventListener('pagehide', () => void this.save(true));
		// Somebody returns to a form whose answer never came.
		window.addEventListener('pageshow', () => (this.sent = false));
		if (field.value === '') {
			new IntersectionObserver((entries, observer) => {
				if (entries.some((entry) => entry.isIntersecting)) {
					observer.disconnect();
					void this.restore();
				}
			}).observe(form);
		}
	}

	private schedule(): void {
		clearTimeout(this.timer);
		const wait = Math.max(PAUSE, this.savedAt + INTERVAL - Date.now());
		this.timer = setTimeout(() => void this.save(), wait);
	}

	private async save(leaving = false): Promise<void> {
		const content = this.field.value;
		if (this.sent || this.running || content === this.saved || content.trim() === '') {
			return;
		}
		this.running = true;
		this.savedAt = Date.now();
		try {
			const answer = await fetch('/drafts/save', {
				method: 'POST',
				headers: { accept: 'application/json' },
				body: new URLSearchParams(new FormData(this.form) as unknown as Record<string, string>),
				keepalive: leaving
			});
			if (!answer.ok || answer.redirected) {
				throw new Error(`The draft answered ${answer.status}`);
			}
			this.remember((await answer.json()) as { id: string });
			this.saved = content;
			this.say('saved');
		} catch {
			this.say('unsaved');
		} finally {
			this.running = false;
		}
		if (this.field.value !== this.saved) {
			this.schedule();
		}
	}

	/** Shows the last draft for this place, unless something is written already. */
	private async restore(): Promise<void> {
		const place = new URLSearchParams();
		for (const name of ['thread', 'category']) {
			const value = (this.form.elements.namedItem(name) as HTMLInputElement | null)?.value;
			if (value) {
				place.set(name, value);
			}
		}
		const answer = await fetch(`/drafts/find?${place}`);
		if (answer.status !== 200) {
			return;
		}
		const draft = (await answer.json()) as { id: string; content: string; title?: string };
		if (this.field.value === '') {
			this.field.value = draft.content;
			this.saved = draft.content;
			const title = this.form.elements.namedItem('title') as HTMLInputElement | null;
			if (title && title.value === '') {
				title.value = draft.title ?? '';
			}
			this.remember(draft);
			this.say('restored');
		}
	}

	private remember({ id }: { id: string }): void {
		(this.form.elements.namedItem('draft') as HTMLInputElement).value = id;
	}
}
