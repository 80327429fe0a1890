import { Arrivals, type LivePost } from './arrivals';
import { showLink, shownBy } from './notice';
import { fill, loadPage, peekAt, showHtml, swap } from './page';
import { LiveRoom } from './room';
import type { Socket } from 'socket.io-client';

interface Votes {
	target: 'thread' | 'post';
	number: number;
	voteScore: number;
}

/** The thread of the page, which follows the events of its room. */
export class LiveThread extends LiveRoom {
	private readonly arrivals: Arrivals;

	/** The numbers of posts that differ from those of the server. */
	private readonly stale = new Set<number>();

	constructor(
		private readonly posts: HTMLElement,
		socket: Socket
	) {
		super(posts, socket, { join: 'join-thread', key: 'threadId', id: posts.dataset.thread ?? '' });
		this.arrivals = new Arrivals(Number(posts.dataset.last));
		this.on<LivePost>('new-post', (post) => this.arrive(post));
		this.on<LivePost>('post-updated', (post) => this.update(post));
		this.on<LivePost>('post-removed', (post) => this.remove(post));
		this.on<Votes>('vote-updated', (votes) => this.count(votes));
		this.on<{ status?: string }>('thread-updated', (thread) => this.change(thread));
		// Scrolling shows more of the thread.
		posts.addEventListener('shown', () => {
			this.arrivals.show(Number(posts.dataset.last));
			this.tell();
		});
	}

	private get shown(): HTMLElement[] {
		return [...this.posts.querySelectorAll<HTMLElement>(':scope > article')];
	}

	private arrive(post: LivePost): void {
		this.arrivals.add(post.number);
		this.tell();
	}

	/** Says how many posts have arrived; the page moves only when the reader asks for them. */
	private tell(): void {
		const { count, first } = this.arrivals;
		if (count === 0) {
			this.notice.replaceChildren();
			return;
		}
		const text = fill(this.notice.dataset.arrived ?? '', count);
		const show = this.posts.dataset.end === 'true' ? shownBy(() => this.showArrivals()) : null;
		showLink(this.notice, `${location.pathname}?post=${first}#post-${first}`, text, show);
	}

	private async showArrivals(): Promise<void> {
		const { first } = this.arrivals;
		const fresh = await loadPage(`${location.pathname}?post=${first}`, { cache: 'no-store' });
		let shown: HTMLElement | undefined;
		for (const post of fresh.querySelectorAll<HTMLElement>('#posts > article')) {
			const number = numberOf(post);
			if (number > this.arrivals.lastShown) {
				shown ??= post;
				this.posts.append(document.adoptNode(post));
				this.arrivals.show(number);
			}
		}
		if (!shown) {
			throw new Error('The posts are on another page');
		}
		lengthen(fresh);
		this.tell();
		shown.tabIndex = -1;
		shown.focus();
	}

	private find(post: LivePost): HTMLElement | null {
		return this.posts.querySelector(`#post-${Number(post.number)}`);
	}

	/** Shows an edit, unless the page has a newer one. */
	private update(post: LivePost): void {
		const article = this.find(post);
		if (!article) {
			// It was held until now.
			if (post.number <= this.arrivals.lastShown) {
				if (this.showsPageOf(post.number)) {
					this.reload(post.number);
				}
			} else if (this.posts.dataset.end === 'true') {
				this.arrive(post);
			}
			return;
		}
		if ((post.version ?? Infinity) <= Number(article.dataset.version)) {
			return;
		}
		const text = article.querySelector('.prose');
		// The page knows the places of pictures, addresses that last, colours of code, and folds.
		if (!text || post.html === undefined || /data-media=|<code class=|<blockquote/.test(post.html) || post.status !== article.dataset.status) {
			this.reload(post.number);
			return;
		}
		keepHeight(article);
		showHtml(text, post.html);
		article.dataset.version = String(post.version);
		const edited = article.querySelector<HTMLElement>('.edited');
		if (edited && post.editedAt) {
			edited.hidden = false;
		}
	}

	/** Shows that a post is gone. Its author and moderators may see more of it, so the server shows them what. */
	private remove(post: LivePost): void {
		this.arrivals.remove(post.number);
		this.tell();
		const article = this.find(post);
		const status = post.status ?? 'removed';
		if (!article || (post.version ?? Infinity) <= Number(article.dataset.version)) {
			return;
		}
		if (status === 'moved') {
			this.askForReload();
			return;
		}
		if (article.querySelector('footer [href$="/edit"]')) {
			this.reload(post.number);
			return;
		}
		keepHeight(article);
		const text = document.createElement('p');
		text.className = 'gone';
		text.textContent = this.posts.dataset[status] ?? '';
		article.querySelector('.prose')?.replaceWith(text);
		article.querySelector('footer')?.remove();
		article.dataset.status = status;
		article.dataset.version = String(post.version);
	}

	private count(votes: Votes): void {
		const number = votes.target === 'thread' ? 1 : votes.number;
		const score = this.posts.querySelector<HTMLElement>(`#post-${Number(number)} .score [data-text]`);
		if (score) {
			score.textContent = fill(score.dataset.text ?? '', votes.voteScore);
		}
	}

	private change(thread: { status?: string }): void {
		if (thread.status && thread.status !== this.posts.dataset.status) {
			this.askForReload();
		}
	}

	private reload(number: number): void {
		this.stale.add(number);
		this.refreshLater();
	}

	protected override resync(): void {
		this.shown.forEach((post) => this.stale.add(numberOf(post)));
		super.resync();
	}

	/** The page with a number. Pages around a number begin at fixed ones. */
	private pageOf(number: number): number {
		return Math.ceil(number / Number(this.posts.dataset.size));
	}

	private showsPageOf(number: number): boolean {
		const [first, last] = [this.shown[0], this.shown.at(-1)].map((post) => this.pageOf(numberOf(post)));
		const page = this.pageOf(number);
		return page >= (first ?? 0) && page <= (last ?? 0);
	}

	/** Loads the pages with the posts that differ. */
	protected override async refresh(): Promise<void> {
		const numbers = new Map([...this.stale].map((number) => [this.pageOf(number), number]));
		this.stale.clear();
		let grown = false;
		for (const number of numbers.values()) {
			const fresh = await peekAt(`${location.pathname}?post=${number}`);
			this.compare(fresh);
			grown ||= this.isLast(number) && fresh.getElementById('posts')?.dataset.end === 'false';
		}
		this.tell();
		if (grown) {
			this.askForReload();
		}
	}

	/** Whether a number is on the page that was the last one of the thread. */
	private isLast(number: number): boolean {
		return this.posts.dataset.end === 'true' && this.pageOf(number) === this.pageOf(this.arrivals.lastShown);
	}

	private compare(fresh: Document): void {
		for (const post of fresh.querySelectorAll<HTMLElement>('#posts > article')) {
			const number = numberOf(post);
			if (document.getElementById(post.id)) {
				swap(fresh, [post.id]);
			} else if (number > this.arrivals.lastShown) {
				this.arrivals.add(number);
			} else if (this.showsPageOf(number)) {
				const next = this.shown.find((other) => numberOf(other) > number);
				this.posts.insertBefore(document.adoptNode(post), next ?? null);
			}
		}
	}
}

function numberOf(post: HTMLElement | undefined): number {
	return Number(post?.dataset.number ?? 0);
}

/** Says how long the thread is now. The place of the reader stays, with the way back and the number they typed. */
function lengthen(fresh: Document): void {
	const [bar, grown] = [document, fresh].map((page) => page.querySelector<HTMLProgressElement>('.place progress'));
	if (!bar || !grown) {
		swap(fresh, ['facts', 'rail']);
		return;
	}
	const { max } = grown;
	const place = document.getElementById('place') as HTMLElement;
	bar.max = max;
	place.dataset.text = fresh.getElementById('place')?.dataset.text ?? '';
	place.textContent = place.dataset.text.replace('{number}', String(bar.value));
	(document.getElementById('jump') as HTMLInputElement).max = String(max);
	(document.querySelector('#ends a:last-child') as HTMLAnchorElement).href = `?post=${max}&from=${bar.value}#post-${max}`;
	swap(fresh, ['facts', 'about']);
}

/** A shorter text does not move the posts below it. */
function keepHeight(element: HTMLElement): void {
	element.style.minHeight = `${element.offsetHeight}px`;
}
