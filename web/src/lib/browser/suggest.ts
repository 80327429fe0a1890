interface Suggestion {
	kind: string;
	text: string;
	href: string;
}

/** How long a reader has to pause before places are searched for, in milliseconds. */
const PAUSE = 200;

const ICONS: Record<string, string> = { category: 'latest', person: 'user', thread: 'replies' };

/** Places that the search of the bar suggests while words are written; Enter without a choice searches. */
class Suggestions {
	private readonly list = document.createElement('ul');

	private chosen = -1;

	private waiting: ReturnType<typeof setTimeout> | undefined;

	constructor(private readonly field: HTMLInputElement) {
		this.list.id = 'suggestions';
		this.list.className = 'people';
		this.list.setAttribute('role', 'listbox');
		this.list.ariaLabel = field.labels?.[0]?.textContent ?? '';
		this.list.hidden = true;
		field.after(this.list);
		field.setAttribute('role', 'combobox');
		field.setAttribute('aria-controls', this.list.id);
		field.setAttribute('aria-autocomplete', 'list');
		field.ariaExpanded = 'false';
		field.autocomplete = 'off';
		field.addEventListener('input', () => {
			clearTimeout(this.waiting);
			this.waiting = setTimeout(() => void this.search().catch(() => this.show([])), PAUSE);
		});
		field.addEventListener('keydown', (press) => this.steer(press));
		field.addEventListener('blur', () => this.show([]));
	}

	private async search(): Promise<void> {
		const text = this.field.value.trim();
		if (text.length < 2) {
			this.show([]);
			return;
		}
		const answer = await fetch(`/search/suggest?q=${encodeURIComponent(text)}`);
		const found = answer.ok ? ((await answer.json()) as Suggestion[]) : [];
		if (this.field.value.trim() === text && document.activeElement === this.field) {
			this.show(found);
		}
	}

	private show(found: Suggestion[]): void {
		this.chosen = -1;
		this.list.replaceChildren(...found.map((one, index) => this.option(one, index)));
		this.list.hidden = found.length === 0;
		this.field.ariaExpanded = String(found.length > 0);
		this.field.removeAttribute('aria-activedescendant');
	}

	private option({ kind, text, href }: Suggestion, index: number): HTMLElement {
		const option = document.createElement('li');
		option.id = `${this.list.id}-${index}`;
		option.setAttribute('role', 'option');
		option.ariaSelected = 'false';
		option.dataset.href = href;
		const icon = document.createElement('span');
		icon.className = `icon small i-${ICONS[kind] ?? 'search'}`;
		const name = document.createElement('bdi');
		name.textContent = text;
		option.append(icon, ' ', name);
		// The field keeps the focus, which a click would take.
		option.addEventListener('mousedown', (press) => {
			press.preventDefault();
			location.assign(href);
		});
		return option;
	}

	private steer(press: KeyboardEvent): void {
		if (press.isComposing) {
			return;
		}
		const options = [...this.list.children] as HTMLElement[];
		const step = press.key === 'ArrowDown' ? 1 : press.key === 'ArrowUp' ? -1 : 0;
		if (press.key === 'Escape' && options.length) {
			press.preventDefault();
			this.show([]);
		} else if (press.key === 'Enter' && this.chosen >= 0) {
			press.preventDefault();
			location.assign(options[this.chosen]?.dataset.href ?? '/');
		} else if (step && options.length) {
			press.preventDefault();
			// Before the first one is the field itself.
			this.chosen = ((this.chosen + 1 + step + options.length + 1) % (options.length + 1)) - 1;
			options.forEach((option, index) => (option.ariaSelected = String(index === this.chosen)));
			if (this.chosen >= 0) {
				this.field.setAttribute('aria-activedescendant', `${this.list.id}-${this.chosen}`);
			} else {
				this.field.removeAttribute('aria-activedescendant');
			}
		}
	}
}

const field = document.querySelector<HTMLInputElement>('#find');

// Only members may search for people.
if (field && document.getElementById('unread')) {
	new Suggestions(field);
}
