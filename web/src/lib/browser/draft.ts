import { tab, texts } from './keep';

/** How long after the last change a draft is saved, in milliseconds. */
const PAUSE = 3_000;

/** The shortest time between two savings, as writes are limited. */
const INTERVAL = 10_000;

/** The most bytes of texts whose request outlives its page, below the limit of browsers for all of it. */
const LASTING = 60_000;

/** The fields that people write in. */
const WRITTEN = ['title', 'tags', 'content'] as const;

/** The fields of a draft: a quoting reply stays one to its post. */
const KEPT = [...WRITTEN, 'replyTo'] as const;

type Texts = Partial<Record<(typeof KEPT)[number], string>>;

/** How long a form that is sent waits for its draft that is being saved, in milliseconds. */
const PATIENCE = 2_000;

/** The form that was sent last from this tab: its page, its text, and whether an answer accepted it. */
type Sent = [page: string, text: string, accepted?: boolean];

const SENT = 'sent';

const readSent = () => JSON.parse(tab.get(SENT) ?? '[]') as Sent | [];

const storeSent = (...sent: Sent) => tab.set(SENT, JSON.stringify(sent));

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

	/** The texts of the last save. */
	private saved = '';

	private savedAt = 0;

	private running: Promise<void> | null = null;

	private sent = false;

	/** Where the browser keeps what the server has not stored, for example because the session has ended. */
	private readonly place: string;

	constructor(
		private readonly form: HTMLFormElement,
		private readonly field: HTMLTextAreaElement,
		private readonly say: (key: 'saved' | 'restored' | 'unsaved' | 'removed') => void
	) {
		this.place = `draft:${form.dataset.keep}`;
		// The draft of a form that was refused lacks what was written last.
		this.saved = document.querySelector('main [role=alert]') ? '' : this.written;
		form.addEventListener('input', () => {
			// Its sending was stopped.
			this.sent = false;
			this.schedule();
		});
		form.addEventListener('submit', (submit) => this.send(submit as SubmitEvent));
		window.addEventListener('pagehide', () => void this.save(true));
		window.addEventListener('pageshow', () => this.return());
		const kept = texts.get(this.place);
		if (kept && field.value === '') {
			const unheard = JSON.parse(kept) as Texts;
			this.fill(unheard);
			this.say('restored');
			this.schedule();
			// The server may have it: the page that was left did not hear of it.
			this.restore(unheard).catch(() => undefined);
		} else if (field.value === '') {
			new IntersectionObserver((entries, observer) => {
				if (entries.some((entry) => entry.isIntersecting)) {
					observer.disconnect();
					this.restore().catch(() => undefined);
				}
			}).observe(form);
		}
	}

	private input(name: string): HTMLInputElement | null {
		return this.form.elements.namedItem(name) as HTMLInputElement | null;
	}

	private get written(): string {
		return this.stateOf((name) => this.input(name)?.value);
	}

	/** All that a draft says, with the place and the post that the form names. */
	private stateOf(valueOf: (name: (typeof WRITTEN)[number]) => string | undefined): string {
		const others = ['category', 'replyTo'].map((name) => this.input(name)?.value);
		return [...WRITTEN.map(valueOf), ...others].map((value) => value ?? '').join('\n');
	}

	private get isBlank(): boolean {
		return WRITTEN.every((name) => !this.input(name)?.value.trim());
	}

	private send(submit: SubmitEvent): void {
		const { submitter } = submit;
		this.sent = !submitter?.dataset.swap;
		if (!this.sent) {
			return;
		}
		storeSent(location.pathname, this.field.value);
		texts.set(this.place, '');
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
			const replyTo = this.input('replyTo');
			if (replyTo) {
				replyTo.value = '';
			}
			this.saved = this.written;
		}
	}

	private schedule(): void {
		clearTimeout(this.timer);
		const wait = Math.max(PAUSE, this.savedAt + INTERVAL - Date.now());
		this.timer = setTimeout(() => void this.save(), wait);
	}

	private async save(leaving = false): Promise<void> {
		const { written } = this;
		// A page that is left waits for nothing.
		if (this.sent || (this.running && !leaving) || written === this.saved) {
			return;
		}
		if (this.isBlank && !this.input('draft')?.value) {
			texts.set(this.place, '');
			return;
		}
		this.savedAt = Date.now();
		this.running = this.store(written, leaving);
		await this.running;
		this.running = null;
		if (this.written !== this.saved) {
			this.schedule();
		}
	}

	private async store(written: string, leaving: boolean): Promise<void> {
		texts.set(this.place, JSON.stringify(Object.fromEntries(KEPT.map((name) => [name, this.input(name)?.value]))));
		try {
			const answer = await fetch('/drafts/save', {
				method: 'POST',
				headers: { accept: 'application/json' },
				body: new FormData(this.form),
				keepalive: leaving && new Blob([written]).size < LASTING
			});
			if (!answer.ok) {
				throw new Error(`The draft answered ${answer.status}`);
			}
			const draft = (await answer.json()) as { id: string };
			this.remember(draft);
			this.saved = written;
			texts.set(this.place, '');
			this.say(draft.id ? 'saved' : 'removed');
		} catch {
			this.say('unsaved');
		}
	}

	/**
	 * Shows the last draft for this place, unless something is written already. What the browser has kept
	 * continues that draft alone which it was before.
	 */
	private async restore(kept?: Texts): Promise<void> {
		const place = new URLSearchParams();
		for (const name of ['thread', 'category']) {
			const value = this.input(name)?.value;
			if (value) {
				place.set(name, value);
			}
		}
		const answer = await fetch(`/drafts/find?${place}`);
		if (answer.status !== 200) {
			return;
		}
		const draft = (await answer.json()) as Texts & { id: string };
		if (kept ? isSame(kept, draft) : this.field.value === '') {
			this.fill(draft);
			this.saved = this.stateOf((name) => draft[name]);
			texts.set(this.place, '');
			this.remember(draft);
			this.say('restored');
		}
	}

	/** Shows a draft, except where something is written already. */
	private fill(draft: Texts): void {
		for (const name of KEPT) {
			const field = this.input(name);
			if (field?.value === '') {
				field.value = draft[name] ?? '';
			}
		}
	}

	private remember({ id }: { id: string }): void {
		(this.input('draft') as HTMLInputElement).value = id;
	}
}

/** Whether two drafts have the same text, or the same title while they have none. */
function isSame(one: Texts, other: Texts): boolean {
	const { content = '', title = '' } = one;
	return content === (other.content ?? '') && (content !== '' || title === (other.title ?? ''));
}
