import { peekAt } from './page';
import { inView, LINE, numberOf, showPlace } from './place';

/** An end of the posts that are shown. */
type End = 'earlier' | 'later';

/** A page of posts as the server sent it, with the links to its neighbours. */
interface Shown {
	first: number;
	last: number;
	/** Whether it is the last page of the thread, in the form of the attribute. */
	end: string;
	links: Record<End, Node[]>;
}

/** The place of the reader, which the history of the browser keeps. */
interface Place {
	post: number;
	/** The distance of the post from the top of the window, in pixels. */
	top: number;
}

/** The most pages that are shown at once, so that a thread of any length stays fast. */
const MOST = 5;

/** How far from an end the next page is loaded, in heights of the window. */
const AHEAD = 2;

/** The wait after the last movement before the place is remembered, in milliseconds. */
const PAUSE = 300;

/**
 * The wait from there until pages far away are forgotten, in milliseconds. A reader who goes on at
 * that moment would see the posts jump: the browser draws their movement before that of the script.
 */
const CALM = 1_500;

/** Scrolls a thread both ways through all its pages, around the post that the reader looks at. */
class ThreadScroll {
	private readonly ends: Record<End, HTMLElement>;

	private readonly pages: Shown[];

	private loading = false;

	/** Whether the reader went to the end of the page, where nothing may push it away. */
	private resting = false;

	private y = scrollY;

	/** The last post that a member has read; not a number for guests. */
	private read: number;

	private pause: ReturnType<typeof setTimeout> | undefined;

	constructor(private readonly posts: HTMLElement) {
		this.ends = { earlier: document.getElementById('earlier') as HTMLElement, later: document.getElementById('later') as HTMLElement };
		this.pages = [this.describe(document)];
		this.read = Number(posts.dataset.read);
		history.scrollRestoration = 'manual';
		this.restore();
		addEventListener('popstate', () => this.restore());
		addEventListener('scroll', () => this.follow(), { passive: true });
		addEventListener('keydown', ({ key, target }) => {
			this.resting = key === 'End' && !(target as Element).matches('input, textarea, select');
		});
		addEventListener('wheel', () => (this.resting = false), { passive: true });
		addEventListener('touchmove', () => (this.resting = false), { passive: true });
	}

	private describe(page: Document): Shown {
		const posts = page.getElementById('posts') as HTMLElement;
		const numbers = [...posts.querySelectorAll<HTMLElement>(':scope > article')].map(numberOf);
		const linksOf = (end: End) => [...(page.getElementById(end)?.childNodes ?? [])];
		return {
			first: numbers[0] ?? 0,
			last: numbers.at(-1) ?? 0,
			end: posts.dataset.end ?? '',
			links: { earlier: linksOf('earlier'), later: linksOf('later') }
		};
	}

	private articles(): HTMLElement[] {
		return [...this.posts.querySelectorAll<HTMLElement>(':scope > article')];
	}

	/** Returns to the place that the browser's history remembers, if there is one. */
	private restore(): void {
		const place = history.state as Place | null;
		if (!place) {
			return;
		}
		const post = document.getElementById(`post-${place.post}`);
		if (post) {
			this.move(post.getBoundingClientRect().top - place.top);
		} else if (document.readyState === 'complete') {
			location.reload();
		}
	}

	private move(distance: number): void {
		if (Math.abs(distance) >= 1) {
			scrollBy({ top: distance, behavior: 'instant' });
		}
		this.y = scrollY;
	}

	private follow(): void {
		clearTimeout(this.pause);
		this.pause = setTimeout(() => this.rest(), PAUSE);
		const end = scrollY < this.y ? 'earlier' : 'later';
		if (scrollY !== this.y) {
			this.y = scrollY;
			this.load(end).catch(() => undefined);
		}
	}

	private rest(): void {
		this.pause = setTimeout(() => this.forget(), CALM);
		// Below the last post, where a phone shows none, the reader has come to its end.
		const post = inView(this.articles()) ?? this.articles().at(-1);
		if (post) {
			showPlace(post);
			this.remember({ post: numberOf(post), top: Math.round(post.getBoundingClientRect().top) });
			this.markRead();
		}
	}

	/** Saves how far a member has read: to the last post that was seen to its end, or to a long one in view. */
	private markRead(): void {
		const seen = this.articles().findLast((post) => {
			const { top, bottom } = post.getBoundingClientRect();
			return bottom <= innerHeight || top < LINE;
		});
		const number = seen ? numberOf(seen) : 0;
		if (number > this.read) {
			this.read = number;
			const reader = document.querySelector<HTMLInputElement>('[name=reader]')?.value ?? '';
			const body = new URLSearchParams({ number: String(number), reader });
			fetch(`${location.pathname}/read`, { method: 'POST', body }).catch(() => undefined);
		}
	}

	/** Names the post in view in the address, which opens the page with it everywhere. */
	private remember(place: Place): void {
		const { post } = place;
		history.replaceState(place, '', location.pathname + (post > 1 ? `?post=${post}#post-${post}` : ''));
	}

	private mayGrow(end: End): boolean {
		const focused = document.activeElement;
		if (end === 'earlier') {
			return !this.ends.earlier.contains(focused);
		}
		const isBelow =
			!this.posts.contains(focused) &&
			focused &&
			this.posts.compareDocumentPosition(focused) & Node.DOCUMENT_POSITION_FOLLOWING;
		return !this.resting && !isBelow;
	}

	private isNear(end: End): boolean {
		const { top, bottom } = this.ends[end].getBoundingClientRect();
		return end === 'earlier' ? bottom > -AHEAD * innerHeight : top < (1 + AHEAD) * innerHeight;
	}

	/** Loads the page behind an end that the reader comes to. */
	private async load(end: End): Promise<void> {
		const link = this.ends[end].querySelector<HTMLAnchorElement>('a[rel]');
		if (this.loading || !link || !this.isNear(end) || !this.mayGrow(end)) {
			return;
		}
		this.loading = true;
		link.parentElement?.setAttribute('aria-busy', 'true');
		try {
			const fresh = await peekAt(link.href, 'default');
			if (link.isConnected && this.mayGrow(end)) {
				this.show(end, fresh);
			}
		} finally {
			link.parentElement?.removeAttribute('aria-busy');
			this.loading = false;
		}
	}

	private show(end: End, fresh: Document): void {
		const page = this.describe(fresh);
		const shown = new Set(this.articles().map(({ id }) => id));
		const posts = [...fresh.querySelectorAll<HTMLElement>('#posts > article')]
			.filter(({ id }) => !shown.has(id))
			.map((post) => document.adoptNode(post));
		this.keepPlace(() => {
			if (end === 'earlier') {
				this.posts.prepend(...posts);
				this.pages.unshift(page);
			} else {
				this.posts.append(...posts);
				this.pages.push(page);
			}
			this.showEnds();
		});
	}

	/** Removes the pages that are farthest from the reader. */
	private forget(): void {
		const number = Number(inView(this.articles())?.dataset.number ?? Infinity);
		while (this.pages.length > MOST) {
			const place = this.pages.findIndex(({ last }) => number <= last);
			const isAbove = place < 0 || place > this.pages.length / 2;
			const page = this.pages.at(isAbove ? 0 : -1) as Shown;
			const posts = this.articles().filter((post) =>
				isAbove ? numberOf(post) <= page.last : numberOf(post) >= page.first
			);
			if ([...posts, this.ends.earlier, this.ends.later].some((one) => one.contains(document.activeElement))) {
				return;
			}
			this.keepPlace(() => {
				posts.forEach((post) => post.remove());
				if (isAbove) {
					this.pages.shift();
				} else {
					this.pages.pop();
				}
				this.showEnds();
			});
		}
	}

	/** Shows the links of the outer pages, and tells the live thread how far it is shown. */
	private showEnds(): void {
		const first = this.pages[0] as Shown;
		const last = this.pages.at(-1) as Shown;
		this.ends.earlier.replaceChildren(...first.links.earlier);
		this.ends.later.replaceChildren(...last.links.later);
		this.posts.dataset.end = last.end;
		this.posts.dataset.last = String(last.last);
		this.posts.dispatchEvent(new Event('shown'));
	}

	/** Changes the posts around the reader without moving what is in view. */
	private keepPlace(change: () => void): void {
		const focused = document.activeElement;
		const isLookedAt = focused && this.posts.contains(focused) && isVisible(focused);
		// Below the last post a reader sees what is appended: whoever scrolls on expects it.
		const anchor = (isLookedAt ? focused : inView(this.articles())) ?? this.articles().at(-1) ?? this.ends.later;
		const { top } = anchor.getBoundingClientRect();
		change();
		this.move(anchor.getBoundingClientRect().top - top);
	}
}

function isVisible(element: Element): boolean {
	const { top, bottom } = element.getBoundingClientRect();
	return bottom > 0 && top < innerHeight;
}

const posts = document.getElementById('posts');

if (posts) {
	new ThreadScroll(posts);
}
