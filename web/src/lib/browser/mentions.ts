import { begunMention, begunTag, complete, completeTag, composes, suggestions, wordOf, type BegunMention } from './text';

/** How long the writer has to pause before people are searched for, in milliseconds. */
const PAUSE = 200;

/** What is suggested in a field. */
interface Writing {
	begun: typeof begunMention;
	complete: typeof complete;
	/** Names that the page has. */
	known: () => string[];
	/** What the server finds by the beginning of it. */
	mark: string;
}

/** The people of the page, and then others, after @, and emoji after a colon. */
const WORDS: Writing = {
	begun: begunMention,
	complete,
	known: () => [...document.querySelectorAll<HTMLElement>('[data-author]')].map((post) => post.dataset.author ?? '').filter(Boolean),
	mark: ''
};

/** Tags of other threads, the most used first. */
export const TAGS: Writing = { begun: begunTag, complete: completeTag, known: () => [], mark: '#' };

/** Suggests how to go on with a word while it is written. */
export class MentionList {
	private mention: BegunMention | null = null;

	private chosen = 0;

	private waiting: ReturnType<typeof setTimeout> | undefined;

	private readonly found = new Map<string, string[]>();

	private readonly list = document.createElement('ul');

	constructor(
		private readonly field: HTMLTextAreaElement | HTMLInputElement,
		private readonly writing = WORDS
	) {
		this.list.id = `${field.id}-people`;
		this.list.className = 'people';
		this.list.setAttribute('role', 'listbox');
		this.list.setAttribute('aria-label', field.dataset.people ?? '');
		this.list.hidden = true;
		field.after(this.list);
		field.setAttribute('aria-controls', this.list.id);
		field.setAttribute('aria-autocomplete', 'list');
		field.addEventListener('input', () => this.suggest());
		field.addEventListener('blur', () => this.close());
		field.addEventListener('keydown', (press) => this.steer(press as KeyboardEvent));
	}

	private suggest(): void {
		clearTimeout(this.waiting);
		this.mention = this.writing.begun(this.field.value, this.field.selectionStart ?? 0);
		const prefix = this.mention?.prefix ?? '';
		this.show(this.mention ? suggestions(this.writing.known(), this.found.get(prefix) ?? [], prefix) : []);
		if (prefix && !this.found.has(prefix)) {
			this.waiting = setTimeout(() => void this.search(prefix), PAUSE);
		}
	}

	/** Finds what is not on the page, unless the writer has gone on. */
	private async search(prefix: string): Promise<void> {
		const answer = await fetch(`/write/find?q=${encodeURIComponent(this.writing.mark + prefix)}`).catch(() => null);
		if (answer?.ok) {
			this.found.set(prefix, (await answer.json()) as string[]);
			if (this.mention?.prefix === prefix) {
				this.suggest();
			}
		}
	}

	private show(found: string[]): void {
		if (found.length === 0) {
			this.list.hidden = true;
			this.field.removeAttribute('aria-activedescendant');
			return;
		}
		const before = wordOf(this.list.children[this.chosen]?.textContent ?? '');
		this.chosen = this.list.hidden ? 0 : Math.max(0, found.findIndex((name) => wordOf(name) === before));
		this.list.replaceChildren(...found.map((name, index) => this.option(name, index)));
		this.list.hidden = false;
		this.mark();
	}

	private option(name: string, index: number): HTMLElement {
		const option = document.createElement('li');
		option.id = `${this.list.id}-${index}`;
		option.setAttribute('role', 'option');
		option.textContent = name;
		// The field keeps the focus, which a click would take.
		option.addEventListener('mousedown', (press) => {
			press.preventDefault();
			this.take(name);
		});
		return option;
	}

	private mark(): void {
		[...this.list.children].forEach((option, index) =>
			option.setAttribute('aria-selected', String(index === this.chosen))
		);
		this.field.setAttribute('aria-activedescendant', `${this.list.id}-${this.chosen}`);
	}

	private steer(press: KeyboardEvent): void {
		if (this.list.hidden || composes(press)) {
			return;
		}
		const count = this.list.children.length;
		switch (press.key) {
			case 'ArrowDown':
				this.chosen = (this.chosen + 1) % count;
				break;
			case 'ArrowUp':
				this.chosen = (this.chosen + count - 1) % count;
				break;
			case 'Enter':
			case 'Tab':
				if (press.ctrlKey || press.metaKey) {
					return;
				}
				this.take(this.list.children[this.chosen]?.textContent ?? '');
				break;
			case 'Escape':
				this.close();
				break;
			default:
				return;
		}
		press.preventDefault();
		this.mark();
	}

	private take(name: string): void {
		if (this.mention) {
			const { text, cursor } = this.writing.complete(this.field.value, this.mention, wordOf(name));
			this.field.value = text;
			this.field.setSelectionRange(cursor, cursor);
			this.field.dispatchEvent(new Event('input', { bubbles: true }));
		}
		this.close();
	}

	private close(): void {
		clearTimeout(this.waiting);
		this.mention = null;
		this.list.hidden = true;
		this.field.removeAttribute('aria-activedescendant');
	}
}
