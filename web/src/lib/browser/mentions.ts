import { edit } from './edit';
import { begunMention, begunTag, complete, completeTag, composes, isWhole, suggestions, wordOf, type BegunMention } from './text';

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
	/** Whether a word may be a new one, so that Tab leaves it as it is written. */
	free: boolean;
}

/** The people of the page, and then others, after @, and emoji after a colon. */
const WORDS: Writing = {
	begun: begunMention,
	complete,
	known: () => [...document.querySelectorAll<HTMLElement>('[data-author]')].map((post) => post.dataset.author ?? '').filter(Boolean),
	mark: '',
	free: false
};

/** Tags of other threads, the most used first. */
export const TAGS: Writing = { begun: begunTag, complete: completeTag, known: () => [], mark: '#', free: true };

/** The people of a list with commas. */
export const PEOPLE: Writing = { ...TAGS, mark: '' };

/** Suggests how to go on with a word while it is written. */
export class MentionList {
	private mention: BegunMention | null = null;

	/** The place of the suggestion that Enter and Tab take; -1 for none, so that they do what they always do. */
	private chosen = -1;

	/** Whether the writer has chosen it by an arrow key. */
	private steered = false;

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
		field.addEventListener('input', () => {
			this.steered = false;
			this.suggest();
		});
		field.addEventListener('blur', () => this.close());
		field.addEventListener('keydown', (press) => this.steer(press as KeyboardEvent));
	}

	private suggest(): void {
		clearTimeout(this.waiting);
		this.mention = this.writing.begun(this.field.value, this.field.selectionStart ?? 0);
		const prefix = this.mention?.prefix ?? '';
		const [known, found] = this.mention ? [this.writing.known(), this.found.get(prefix) ?? []] : [[], []];
		this.show(suggestions(known, found, prefix), isWhole(known, found, prefix) ? -1 : 0);
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

	private show(found: string[], first: number): void {
		if (found.length === 0) {
			this.list.hidden = true;
			this.field.removeAttribute('aria-activedescendant');
			return;
		}
		const before = this.steered ? wordOf(this.list.children[this.chosen]?.textContent ?? '') : '';
		this.chosen = Math.max(first, found.findIndex((name) => wordOf(name) === before));
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

	private choose(place: number): void {
		this.chosen = place;
		this.steered = true;
		this.mark();
	}

	private mark(): void {
		[...this.list.children].forEach((option, index) =>
			option.setAttribute('aria-selected', String(index === this.chosen))
		);
		const chosen = this.list.children[this.chosen];
		if (chosen) {
			this.field.setAttribute('aria-activedescendant', chosen.id);
		} else {
			this.field.removeAttribute('aria-activedescendant');
		}
	}

	private steer(press: KeyboardEvent): void {
		if (this.list.hidden || composes(press)) {
			return;
		}
		const count = this.list.children.length;
		switch (press.key) {
			case 'ArrowDown':
				this.choose((this.chosen + 1) % count);
				break;
			case 'ArrowUp':
				this.choose((Math.max(this.chosen, 0) + count - 1) % count);
				break;
			case 'Enter':
			case 'Tab':
				if (press.ctrlKey || press.metaKey || this.chosen < 0 || (press.key === 'Tab' && this.writing.free && !this.steered)) {
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
	}

	private take(name: string): void {
		if (this.mention) {
			const { text, cursor } = this.writing.complete(this.field.value, this.mention, wordOf(name));
			edit(this.field, text, cursor);
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
