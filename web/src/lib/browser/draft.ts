import { Shelf } from './shelf';

/** How long after the last change a draft is saved, in milliseconds. */
const PAUSE = 3_000;

/** The shortest time between two savings, as writes are limited. */
const INTERVAL = 10_000;

/** How long a form that is sent waits for its draft that is being saved, in milliseconds. */
const PATIENCE = 2_000;

/** The form that was sent last from this tab: its page, its text, and whether an answer accepted it. */
type Sent = [page: string, text: string, accepted?: boolean];

const SENT = 'sent';

const shelf = new Shelf(() => sessionStorage);

const readSent = () => JSON.parse(shelf.get(SENT) ?? '[]') as Sent | [];

const storeSent = (...sent: Sent) => shelf.set(SENT, JSON.stringify(sent));

/** Whether this page is shown because a form of another one was accepted. */
function accepts(page: string): boolean {
	const { pathname, search } = location;
	const from = document.referrer && new URL(document.referrer).pathname;
	return from === page && (pathname === page ? search.includes('done=sent') : pathname.startsWith('/threads/'));
}

const [page, text = ''] = readSent();
if (page && accepts(page)) {
	storeSent(page, text, true);
}

/** Keeps what is written in a form as a draft on the server. */
export class DraftKeeper {
	private timer: ReturnType<typeof setTimeout> | undefined;

	private saved = '';

	private savedAt = 0;

	private running: Promise<void> | null = null;

	private sent = false;

	constructor(
		private readonly form: HTMLFormElement,
		private readonly field: HTMLTextAreaElement,
		private readonly say: (key: 'saved' | 'restored' | 'unsaved') => void
	) {
		this.saved = field.value;
		form.addEventListener('input', () => this.schedule());
		form.addEventListener('submit', (submit) => this.send(submit as SubmitEvent));
		window.addEventListener('pagehide', () => void this.save(true));
		window.addEventListener('pageshow', () => this.return());
		if (field.value === '') {
			new IntersectionObserver((entries, observer) => {
				if (entries.some((entry) => entry.isIntersecting)) {
					observer.disconnect();
					this.restore().catch(() => undefined);
				}
			}).observe(form);
		}
	}

	private send(submit: SubmitEvent): void {
		const { submitter } = submit;
		this.sent = !submitter?.dataset.swap;
		if (!this.sent) {
			return;
		}
		storeSent(location.pathname, this.field.value);
		if (this.running) {
			// The form names the draft as it is stored, so that sending it removes it.
			submit.preventDefault();
			const wait = new Promise((resolve) => setTimeout(resolve, PATIENCE));
			void Promise.race([this.running, wait]).then(() => {
				this.running = null;
				this.form.requestSubmit(submitter);
			});
		}
	}

	/** A reader returns to a form, which the browser fills in again: a text that was accepted is not offered twice. */
	private return(): void {
		this.sent = false;
		const [page, text, accepted] = readSent();
		if (accepted && page === location.pathname && text === this.field.value) {
			this.form.reset();
			this.saved = this.field.value;
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
		this.savedAt = Date.now();
		this.running = this.store(content, leaving);
		await this.running;
		this.running = null;
		if (this.field.value !== this.saved) {
			this.schedule();
		}
	}

	private async store(content: string, leaving: boolean): Promise<void> {
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
		if (answer.status !== 200 || answer.redirected) {
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
