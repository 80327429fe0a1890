import { loadPage } from './page';

/** The wait until a person's card is shown to a reader who points, and until it is closed, in milliseconds. */
const PAUSE = { show: 400, close: 250 };

/** The distance of a card from the name and from the edges of the window, in pixels. */
const GAP = 8;

const LINKS = ':is(a.author, a.facelink, a.mention)[href^="/people/"]';

/** What a card shows of a person's page. */
const parts = new Map<string, Promise<Node[]>>();

async function load(address: string): Promise<Node[]> {
	const page = await loadPage(address);
	const face = page.querySelector('main .person .face');
	const name = page.querySelector('main .person h1');
	const facts = page.querySelector('main .person .meta');
	if (!face || !name || !facts) {
		throw new Error('The page shows no person');
	}
	const link = document.createElement('a');
	link.href = address;
	link.className = 'author';
	link.append(...name.childNodes);
	const bio = page.querySelector('main .bio');
	return [face, link, facts, ...(bio ? [bio] : [])];
}

/** Cards of the people whom a page names, for those who point at a name or move the focus to it. */
class PersonCards {
	private card: HTMLElement | null = null;

	private of: HTMLAnchorElement | null = null;

	private timer: ReturnType<typeof setTimeout> | undefined;

	constructor() {
		document.addEventListener('pointerover', ({ target, pointerType }) => {
			const element = target as Element;
			// A pointer that rests elsewhere takes nothing from a name that has the focus.
			const isAwaited = !this.card && !element.closest(LINKS) && document.activeElement?.matches(LINKS);
			if (pointerType === 'mouse' && !isAwaited) {
				this.look(element, PAUSE.show);
			}
		});
		document.addEventListener('focusin', ({ target }) => {
			const element = target as Element;
			this.look(element, element.matches(':focus-visible') ? PAUSE.show : Infinity);
		});
		document.addEventListener('keydown', ({ key }) => {
			if (key === 'Escape' && this.card) {
				const { of } = this;
				const isInside = this.card.contains(document.activeElement);
				this.close();
				if (isInside) {
					of?.focus();
				}
			}
		});
		// A region within the page may scroll, too.
		addEventListener('scroll', () => this.close(), { passive: true, capture: true });
	}

	private look(element: Element, wait: number): void {
		const link = element.closest<HTMLAnchorElement>(LINKS);
		clearTimeout(this.timer);
		if (this.card?.contains(element) || (link && link === this.of)) {
			return;
		}
		if (link && wait !== Infinity) {
			this.timer = setTimeout(() => void this.show(link).catch(() => this.of === link && this.close()), wait);
		} else if (this.card) {
			this.timer = setTimeout(() => this.close(), PAUSE.close);
		}
	}

	private async show(link: HTMLAnchorElement): Promise<void> {
		const { pathname } = link;
		this.close();
		this.of = link;
		if (!parts.has(pathname)) {
			parts.set(pathname, load(pathname));
		}
		const shown = await parts.get(pathname)?.catch((failure: unknown) => {
			parts.delete(pathname);
			throw failure;
		});
		if (this.of !== link || !shown) {
			return;
		}
		const card = document.createElement('div');
		card.className = 'latest person-card';
		card.append(...shown.map((node) => node.cloneNode(true)));
		// Within a heading it would be a part of its name.
		(link.closest('h2,h3') ?? link).after(card);
		this.card = card;
		this.place(card, link);
	}

	private place(card: HTMLElement, link: HTMLElement): void {
		const name = link.getBoundingClientRect();
		const { width, height } = card.getBoundingClientRect();
		const left = Math.max(GAP, Math.min(name.left, innerWidth - width - GAP));
		const below = name.bottom + GAP;
		card.style.left = `${left}px`;
		card.style.top = `${below + height > innerHeight ? Math.max(GAP, name.top - height - GAP) : below}px`;
	}

	private close(): void {
		this.card?.remove();
		this.card = null;
		this.of = null;
	}
}

// A person's own page is one.
if (!location.pathname.startsWith('/people/')) {
	new PersonCards();
}
