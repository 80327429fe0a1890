import { showLink, shownBy } from './notice';
import { fill, loadPage, showHtml, swap } from './page';
import { LiveRoom } from './room';
import { UNSEEN } from '../unseen';
import type { Socket } from 'socket.io-client';

/** The longest wait before a page goes that its readers may no longer see, in milliseconds. */
const PROMPT = 500;

/** A comment of a live event; removed ones have only an id. */
interface LiveComment {
	id: string;
	html?: string | null;
	status?: string;
	editedAt?: string | null;
	version?: number;
	/** The comments on the post after the change. */
	commentCount?: number;
}

/** Reactions to the post, or to one of its comments. */
interface LiveReactions {
	target: string;
	id: string;
	reactions?: Record<string, number>;
}

/** The social post of the page, which follows the events of its room. */
export class LiveSocialPost extends LiveRoom {
	private readonly id: string;

	private readonly arrived = new Set<string>();

	constructor(comments: HTMLElement, socket: Socket) {
		const id = comments.dataset.post ?? '';
		super(comments, socket, { join: 'join-social-post', key: 'postId', id });
		this.id = id;
		this.on('social-post-updated', () => this.refreshLater());
		this.on<LiveComment>('new-comment', (comment) => this.arrive(comment));
		this.on<LiveComment>('comment-updated', (comment) => this.update(comment));
		this.on<LiveComment>('comment-removed', (comment) => this.remove(comment));
		this.on<LiveReactions>('reaction-updated', (change) => this.count(change));
	}

	private find(id: string): HTMLElement | null {
		return document.getElementById(`comment-${id}`);
	}

	private arrive({ id, commentCount }: LiveComment): void {
		this.showNumber(commentCount);
		if (!this.find(id)) {
			document.getElementById('empty')?.remove();
			this.arrived.add(id);
			this.tell();
		}
	}

	private showNumber(count: number | undefined): void {
		const title = document.getElementById('comments-title');
		if (!title || count === undefined) {
			return;
		}
		const text = fill(title.dataset.text ?? '', count);
		title.textContent = text;
		const link = document.querySelector<HTMLElement>(`#post-${this.id} [data-comments]`);
		if (link) {
			link.title = text;
			(link.querySelector('.unseen') as HTMLElement).textContent = text;
			(link.lastElementChild as HTMLElement).textContent = fill('{count}', count);
		}
	}

	/** Says how many comments have arrived; the page moves only when the reader asks for them. */
	private tell(): void {
		const [first] = this.arrived;
		if (first === undefined) {
			this.notice.replaceChildren();
			return;
		}
		const href = `${location.pathname}?comment=${first}#comment-${first}`;
		const text = fill(this.notice.dataset.arrived ?? '', this.arrived.size);
		showLink(this.notice, href, text, this.part.dataset.end === 'true' ? shownBy(() => this.showArrivals(first)) : null);
	}

	private async showArrivals(first: string): Promise<void> {
		await this.refresh();
		const shown = this.find(first);
		if (!shown) {
			throw new Error('The comment is on another page');
		}
		shown.tabIndex = -1;
		shown.focus();
	}

	/** Shows an edit, unless the page has a newer version. */
	private update(comment: LiveComment): void {
		this.showNumber(comment.commentCount);
		const article = this.find(comment.id);
		if (!article || (comment.version ?? Infinity) <= Number(article.dataset.version)) {
			return;
		}
		const text = article.querySelector('.prose');
		if (!text || typeof comment.html !== 'string' || (comment.status ?? 'active') !== 'active') {
			this.refreshLater();
			return;
		}
		showHtml(text, comment.html);
		article.dataset.version = String(comment.version);
		const edited = article.querySelector<HTMLElement>('.edited');
		if (edited && comment.editedAt) {
			edited.hidden = false;
		}
	}

	private remove({ id, commentCount }: LiveComment): void {
		this.showNumber(commentCount);
		this.arrived.delete(id);
		this.tell();
		const comment = this.find(id);
		// Its author may still see it, and the page says what becomes of its answers, and of a comment that had no other one.
		const isShared = comment?.nextElementSibling?.matches('.answers') || comment?.matches('.gone + .answers > :only-child');
		if (comment && (isShared || comment.dataset.author === this.part.dataset.reader)) {
			this.refreshLater();
		} else {
			comment?.remove();
		}
	}

	/** Counts reactions; a kind that the page does not show yet needs the page. */
	private count({ target, id, reactions = {} }: LiveReactions): void {
		const article = document.getElementById(`${target}-${id}`);
		if (!article) {
			return;
		}
		const shown = new Map(
			[...article.querySelectorAll<HTMLElement>('[data-reaction]')].map((one) => [one.dataset.reaction ?? '', one])
		);
		const given = Object.entries(reactions).filter(([, count]) => count > 0);
		if (given.length !== shown.size || given.some(([kind]) => !shown.has(kind))) {
			this.refreshLater();
			return;
		}
		for (const [kind, count] of given) {
			const number = shown.get(kind)?.querySelector('.count');
			if (number) {
				number.textContent = fill('{count}', count);
			}
		}
	}

	/** Leaves what its reader may no longer see; a page that only differs stays, with the notice. */
	protected override end(): void {
		super.end();
		setTimeout(() => void fetch(location.href, { cache: 'no-store', headers: { [UNSEEN]: 'true' } }).then(({ status }) => status === 404 && location.reload(), () => undefined), Math.random() * PROMPT);
	}

	protected override async refresh(): Promise<void> {
		const { live } = this.part.dataset;
		swap(await loadPage(location.pathname + location.search, { cache: 'no-store' }), [`post-${this.id}`, 'comments']);
		this.part = document.getElementById('comments') as HTMLElement;
		this.part.dataset.live = live ?? '';
		[...this.arrived].filter((id) => this.find(id)).forEach((id) => this.arrived.delete(id));
		this.tell();
	}
}
