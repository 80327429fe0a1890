import { isAttended, onReturn } from './activity';
import { EXCERPT } from '../chat';
import { excerptOfHtml } from '../excerpt';
import { isolated } from '../names';
import { SeenEvents, type LiveEvent } from './arrivals';
import { socket } from './connection';
import { keepJoined } from './joined';
import { showCount, showLink } from './notice';
import { fill, keepFocus, peekAt, showHtml, swap } from './page';
import { readPresence } from './presence';
import { send } from './send';
import { clockOf, dayOf, timeFormat } from '../times';
import { showFace, showGroups } from './groups';
import { picturesIn } from './shown';
import { fillText, fromTemplate } from './template';

/** A message of an event or an acknowledgement. Deleted ones lack the text. */
export interface LiveMessage {
	id: string;
	seq?: number | null;
	author?: Person;
	html?: string | null;
	replyTo?: string | null;
	attachments?: unknown[];
	reactions?: Record<string, number>;
	status?: string;
	createdAt?: string;
	editedAt?: string | null;
	version?: number;
}

interface Person {
	id: string;
	username: string;
	displayName: string;
}

/** How near to the end a reader sees it, in pixels. */
const NEAR = 60;

/** How long a person is said to write after the last sign of it, in milliseconds. */
const TYPING = 4_000;

/** The wait before a read position is saved, in milliseconds. */
const READING = 600;

/** The conversation of the page, which follows the events of its room. */
export class LiveConversation {
	readonly id: string;

	joined = false;

	private readonly seen = new SeenEvents();

	private readonly region: HTMLElement;

	private readonly notice = document.getElementById('live') as HTMLElement;

	private readonly typing = document.getElementById('typing') as HTMLElement;

	private readonly positions = new Map<string, number>();

	/** The messages to which the reader has reacted in another tab. */
	private readonly reacted = new Set<string>();

	private offset: number;

	private unseen = 0;

	/** For each page that is being loaded, the changes that it may lack. */
	private readonly late = new Set<(() => void)[]>();

	private marked: number;

	private marking: ReturnType<typeof setTimeout> | undefined;

	private silence: ReturnType<typeof setTimeout> | undefined;

	constructor(private readonly list: HTMLElement) {
		const { dataset } = list;
		this.id = dataset.conversation ?? '';
		this.offset = Number(dataset.since);
		this.marked = Number(dataset.last);
		this.placeAll(list);
		this.region = list.closest('[role=region]') as HTMLElement;
		this.on<LiveMessage>('new-message', (message) => this.arrive(message));
		this.on<LiveMessage>('message-updated', (message) => this.update(message));
		this.on<LiveMessage>('message-removed', (message) => this.remove(message));
		this.on<{ user: Person; seq: number }>('read-updated', ({ user, seq }) => this.read(user, seq));
		this.on<unknown>('resync', () => void this.reload().catch(() => location.reload()));
		socket.on('typing', (event: LiveEvent<{ user: Person }>) => {
			if (event.conversationId === this.id) {
				this.showTyping(event.data.user);
			}
		});
		socket.on('membership-ended', ({ conversationId }: { conversationId?: string }) => {
			if (conversationId === this.id) {
				this.end();
			}
		});
		const tabs = new BroadcastChannel('reactions');
		tabs.onmessage = ({ data }: MessageEvent<string>) => this.reacted.add(data);
		list.addEventListener('submit', ({ target }) => tabs.postMessage((target as Element).closest<HTMLElement>('article')?.dataset.id));
		this.region.addEventListener('scroll', () => this.look(), { passive: true });
		onReturn(() => this.look());
		this.follow('older');
		this.follow('newer');
		keepJoined(socket, 'join-conversation', () => ({ conversationId: this.id, offset: this.offset }), ({ ok, code, offset = 0 }) => {
			this.offset = Math.max(this.offset, offset);
			this.joined = ok;
			if (ok) {
				// Only what changes from now on is heard of.
				void readPresence();
			}
			if (code === 'conversation.not-found' && this.list.dataset.live === 'true') {
				this.end();
			}
			this.list.dataset.live = String(ok);
		});
		socket.on('disconnect', () => (this.joined = false));
	}

	/** A text of the page for this script, in the reader's language. */
	text(name: string): string {
		return this.list.dataset[name] ?? '';
	}

	/** Shows a message of the reader that was accepted. */
	confirm(message: LiveMessage, text: string): void {
		if (typeof message.seq === 'number') {
			this.show(message);
			if (!this.find(message.id)) {
				// The page shows an older part of the conversation.
				location.assign(`${location.pathname}#latest`);
			}
		} else if (!this.find(message.id)) {
			this.showPending(message.id, text, this.text('storing'));
		}
	}

	/** Shows a message that has no number yet, below all others, or changes what it says. */
	showPending(id: string, text: string, status: string): HTMLElement {
		const pending = document.getElementById('pending') as HTMLElement;
		let article = pending.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`);
		if (!article) {
			article = fromTemplate(document.getElementById('own') as HTMLTemplateElement, { id });
			article.querySelector('.answers')?.remove();
			(article.querySelector('.prose') as HTMLElement).textContent = text;
			withoutNumber(article);
			const shown = article;
			document.getElementById('empty')?.remove();
			this.keepPlace(() => pending.append(shown));
			this.goToEnd();
		}
		const said = article.lastElementChild as HTMLElement;
		said.textContent = status;
		return said;
	}

	/** Removes a message that had no number yet, of this page or of the server; returns whether it was shown. */
	dropPending(id: string): boolean {
		const named = `[data-id="${CSS.escape(id)}"]`;
		const pending = document.querySelectorAll(`#pending ${named}, #messages ${named}:not([data-seq])`);
		pending.forEach((one) => one.remove());
		return pending.length > 0;
	}

	goToEnd(): void {
		this.region.scrollTop = 0;
	}

	private on<T>(name: string, handle: (data: T) => void): void {
		socket.on(name, (event: LiveEvent<T>) => {
			if (event.conversationId !== this.id || !this.seen.isNew(event)) {
				return;
			}
			this.offset = Math.max(this.offset, event.offset ?? 0);
			handle(event.data);
		});
	}

	private find(id: string): HTMLElement | null {
		return this.list.querySelector(`[data-id="${CSS.escape(id)}"]`);
	}

	private get isAtEnd(): boolean {
		return Math.abs(this.region.scrollTop) < NEAR;
	}

	private get showsEnd(): boolean {
		return this.list.dataset.end === 'true';
	}

	private arrive(message: LiveMessage): void {
		const isKnown = this.dropPending(message.id);
		if (this.find(message.id)) {
			return;
		}
		const stays = this.isAtEnd && this.showsEnd;
		this.show(message);
		if (this.isOwn(message)) {
			return;
		}
		if (!isKnown) {
			this.say(message);
		}
		if (stays) {
			this.look();
		} else if (!isKnown) {
			this.unseen++;
			this.tell();
		}
	}

	/** Inserts a message by its number, unless the page has it; one that is being stored has none. */
	private show(message: LiveMessage): void {
		this.repeat(() => this.show(message));
		this.dropPending(message.id);
		const seq = message.seq ?? Infinity;
		if (this.find(message.id) || !this.showsEnd) {
			return;
		}
		const article = this.make(message);
		// Those that are being stored have no number and stay last.
		const next = [...this.list.querySelectorAll<HTMLElement>(':scope > article')].find(
			({ dataset }) => Number(dataset.seq ?? Infinity) > seq
		);
		this.keepPlace(() => {
			this.list.insertBefore(article, next ?? null);
			showGroups(this.list);
		});
		document.getElementById('empty')?.remove();
		if (this.isOwn(message)) {
			this.goToEnd();
		}
	}

	private isOwn(message: LiveMessage): boolean {
		return message.author?.username === this.list.dataset.reader;
	}

	private make(message: LiveMessage): HTMLElement {
		const template = document.getElementById(this.isOwn(message) ? 'own' : 'other') as HTMLTemplateElement;
		const createdAt = message.createdAt ?? new Date().toISOString();
		const article = fromTemplate(template, {
			id: message.id,
			seq: String(message.seq),
			authorId: message.author?.id ?? '',
			username: message.author?.username ?? '',
			author: message.author?.displayName ?? '',
			replyTo: message.replyTo ?? '',
			createdAt,
			...timesOf(createdAt)
		});
		article.dataset.version = String(message.version ?? 0);
		showFace(article, message.author);
		const text = article.querySelector('.prose') as Element;
		showHtml(text, message.html ?? '');
		const shown = picturesIn(message.attachments, this.text('picture'));
		if (shown) {
			text.after(shown);
		}
		const answers = article.querySelector('.answers bdi');
		if (!message.replyTo) {
			answers?.closest('.answers')?.remove();
		} else if (answers) {
			answers.textContent = this.excerptOf(message.replyTo) || answers.textContent;
		}
		showReactions(article, message.reactions ?? {});
		showEdited(article, message);
		if (typeof message.seq !== 'number') {
			withoutNumber(article).textContent = this.text('storing');
		}
		return article;
	}

	/** The beginning of a message; nothing if the page does not show it. */
	private excerptOf(id: string): string {
		return excerptOfHtml(this.find(id)?.querySelector('.prose')?.innerHTML, EXCERPT);
	}

	/** Shows the present beginning of a message above its answers. */
	private showAnswered(id: string): void {
		const template = document.getElementById('other') as HTMLTemplateElement;
		const text = this.excerptOf(id) || template.content.querySelector('.answers bdi')?.textContent || '';
		for (const answers of this.list.querySelectorAll(`.answers a[href="/chat/messages/${CSS.escape(id)}"] bdi`)) {
			answers.textContent = text;
		}
	}

	/** Shows an edit, a reaction or a deleted message that is back, unless the page has a newer version. */
	private update(message: LiveMessage): void {
		this.repeat(() => this.update(message));
		const article = this.find(message.id);
		if (!article || (message.version ?? Infinity) < Number(article.dataset.version)) {
			return;
		}
		if (article.querySelector(':scope > .gone')) {
			this.restore(article, message);
			return;
		}
		const text = article.querySelector('.prose');
		const { html } = message;
		// Without a text it goes on saying that its picture was removed.
		const stays = !html && text?.querySelector(':scope > .gone');
		if (text && typeof html === 'string' && !stays && message.version !== Number(article.dataset.version)) {
			this.keepPlace(() => {
				showHtml(text, html);
				this.showAnswered(message.id);
			});
		}
		article.dataset.version = String(message.version);
		showEdited(article, message);
		if (message.reactions) {
			const { reactions } = message;
			this.keepPlace(() => showReactions(article, reactions));
			if (this.reacted.delete(message.id)) {
				// Events do not name whose reactions they are.
				peekAt(`?message=${message.seq}`)
					.then((fresh) => this.keepPlace(() => swap(fresh, [article.id])))
					.catch(() => undefined);
			}
		}
	}

	/** Shows a message again that moderators have given back. */
	private restore(article: HTMLElement, message: LiveMessage): void {
		this.keepPlace(() => {
			article.replaceWith(this.make(message));
			showGroups(this.list);
			this.showAnswered(message.id);
		});
	}

	private remove(message: LiveMessage): void {
		this.repeat(() => this.remove(message));
		const article = this.find(message.id);
		if (!article) {
			return;
		}
		const gone = document.createElement('p');
		gone.className = 'gone';
		gone.textContent = this.text('deleted');
		article.dataset.version = String(message.version);
		this.keepPlace(() => {
			article.querySelector('.prose')?.replaceWith(gone);
			article.querySelectorAll('form, .edited, .answers, .receipt, .pictures').forEach((part) => part.remove());
			this.showAnswered(message.id);
		});
	}

	private read(user: Person, seq: number): void {
		if (user.username === this.list.dataset.reader) {
			this.marked = Math.max(this.marked, seq);
			return;
		}
		this.place(user.id, seq);
		for (const receipt of this.list.querySelectorAll<HTMLElement>('.receipt')) {
			const number = Number(receipt.closest<HTMLElement>('[data-seq]')?.dataset.seq);
			const count = [...this.positions.values()].filter((position) => position >= number).length;
			receipt.textContent = count > 0 ? fill(this.text('read'), count) : '';
		}
	}

	private place(id: string, seq: number): void {
		this.positions.set(id, Math.max(seq, this.positions.get(id) ?? 0));
	}

	/** Remembers how far the readers of a page had read when it was written. */
	private placeAll({ dataset }: HTMLElement): void {
		for (const [id, seq] of JSON.parse(dataset.positions ?? '[]') as [string, number][]) {
			this.place(id, seq);
		}
	}

	private showTyping(user: Person): void {
		if (user.username === this.list.dataset.reader) {
			return;
		}
		this.typing.textContent = fillText(this.text('typing'), { name: isolated(user) });
		clearTimeout(this.silence);
		this.silence = setTimeout(() => this.typing.replaceChildren(), TYPING);
	}

	private say(message: LiveMessage): void {
		this.typing.replaceChildren();
		const said = document.getElementById('said');
		if (said && message.author) {
			const text = excerptOfHtml(message.html, Infinity) || fill(this.text('pictures'), message.attachments?.length ?? 0);
			said.textContent = fillText(this.text('said'), { name: isolated(message.author), text });
		}
	}

	/** Says how many messages have arrived below what the reader looks at. */
	private tell(): void {
		if (this.unseen === 0) {
			this.notice.replaceChildren();
			return;
		}
		showLink(this.notice, `${location.pathname}#latest`, fill(this.notice.dataset.arrived ?? '', this.unseen), (click) => {
			if (this.showsEnd) {
				click.preventDefault();
				this.goToEnd();
				this.region.focus();
			}
		});
	}

	private end(): void {
		this.joined = false;
		this.list.dataset.live = 'false';
		showLink(this.notice, '/chat', this.notice.dataset.changed ?? '');
		document.getElementById('send')?.remove();
	}

	/** Notices what the reader sees, and saves how far they have read. */
	private look(): void {
		if (!isAttended()) {
			return;
		}
		if (this.unseen > 0 && this.isAtEnd && this.showsEnd) {
			this.unseen = 0;
			this.tell();
		}
		clearTimeout(this.marking);
		this.marking = setTimeout(() => void this.mark(), READING);
	}

	/** Saves the number of the last message that the reader sees to its end. */
	private async mark(): Promise<void> {
		const end = this.region.getBoundingClientRect().bottom + NEAR;
		const seen = [...this.list.querySelectorAll<HTMLElement>('article[data-seq]')].findLast((one) => one.getBoundingClientRect().bottom < end);
		const seq = Number(seen?.dataset.seq ?? 0);
		if (seq <= this.marked) {
			return;
		}
		const body = new URLSearchParams({ seq: String(seq) });
		const answer = await send(`/chat/${this.id}/read`, { method: 'POST', body }).catch(() => null);
		if (answer?.ok) {
			this.marked = Math.max(this.marked, seq);
			const { messages } = (await answer.json()) as { messages?: number };
			showCount(document.getElementById('unread-messages'), messages);
		}
	}

	/** Loads more messages when the reader comes to an end of the list. */
	private follow(id: 'older' | 'newer'): void {
		const place = document.getElementById(id);
		if (!place) {
			return;
		}
		let loading = false;
		const observer = new IntersectionObserver(
			(entries) => {
				const link = place.querySelector<HTMLAnchorElement>('a[rel]');
				if (!loading && link && entries.some((entry) => entry.isIntersecting)) {
					loading = true;
					place.setAttribute('aria-busy', 'true');
					this.changeBy(peekAt(link.href), (fresh) => this.extend(id, place, fresh))
						.finally(() => place.removeAttribute('aria-busy'))
						.then(() => {
							loading = false;
							// It is looked at again, in case that it is still in view.
							observer.unobserve(place);
							observer.observe(place);
						})
						.catch(() => observer.disconnect());
				}
			},
			{ root: this.region, rootMargin: '200px' }
		);
		observer.observe(place);
	}

	/** Changes the list by a page that is being loaded, and repeats what has changed meanwhile. */
	private async changeBy(page: Promise<Document>, change: (fresh: Document) => void): Promise<void> {
		const changes: (() => void)[] = [];
		this.late.add(changes);
		try {
			change(await page);
		} finally {
			this.late.delete(changes);
		}
		changes.forEach((repeat) => repeat());
	}

	/** Makes a change again on each page that is being loaded. */
	private repeat(change: () => void): void {
		this.late.forEach((changes) => changes.push(change));
	}

	private extend(id: 'older' | 'newer', place: HTMLElement, fresh: Document): void {
		const list = fresh.getElementById('messages') as HTMLElement;
		const articles = [...list.querySelectorAll<HTMLElement>('article')]
			.filter((article) => !this.find(article.dataset.id ?? ''))
			.map((article) => document.adoptNode(article));
		const links = fresh.getElementById(id)?.childNodes ?? [];
		if (id === 'older') {
			this.list.prepend(...articles);
			showGroups(this.list);
		} else {
			this.keepPlace(() => {
				this.list.append(...articles);
				showGroups(this.list);
			}, true);
			this.list.dataset.end = list.dataset.end;
		}
		place.replaceChildren(...[...links].map((node) => document.adoptNode(node)));
	}

	/** Loads the newest messages, after more was missed than can be repeated. */
	private async reload(): Promise<void> {
		await this.changeBy(peekAt(location.pathname), (fresh) => this.replace(fresh));
		this.look();
	}

	private replace(fresh: Document): void {
		const list = fresh.getElementById('messages') as HTMLElement;
		this.placeAll(list);
		Object.assign(this.list.dataset, list.dataset, { live: String(this.joined) });
		this.list.replaceChildren(...[...list.childNodes].map((node) => document.adoptNode(node)));
		for (const id of ['older', 'newer']) {
			const links = fresh.getElementById(id)?.childNodes ?? [];
			document.getElementById(id)?.replaceChildren(...[...links].map((node) => document.adoptNode(node)));
		}
	}

	/** Changes the list below or within what the reader looks at, without moving it. */
	private keepPlace(change: () => void, always = false): void {
		const end = this.isAtEnd && !always;
		const before = this.region.scrollHeight;
		change();
		// The reversed region counts from its end, up to negative numbers.
		this.region.scrollTop = end ? 0 : this.region.scrollTop - (this.region.scrollHeight - before);
	}
}

/** Makes an article that of a message without a number, as the server writes it; returns where it says why. */
function withoutNumber(article: HTMLElement): HTMLElement {
	['id', 'aria-labelledby', 'data-seq'].forEach((name) => article.removeAttribute(name));
	article.querySelector('h2')?.removeAttribute('id');
	article.querySelectorAll('header > a, form, .receipt').forEach((part) => part.remove());
	const status = document.createElement('p');
	status.className = 'meta status';
	article.append(status);
	return status;
}

/** Shows the reactions of a message in the buttons that are there; the reader's own stay marked, and the focus stays. */
function showReactions(article: HTMLElement, reactions: Record<string, number>): void {
	const group = article.querySelector<HTMLElement>('.reactions [role=group]');
	if (!group) {
		return;
	}
	const shown = new Map([...group.querySelectorAll('button')].map((button) => [button.value, button]));
	let before: HTMLButtonElement | undefined;
	for (const [emoji, count] of Object.entries(reactions)) {
		const button = shown.get(emoji) ?? reactionOf(emoji);
		const text = `${emoji} ${fill('{count}', count)}`;
		if (!shown.delete(emoji)) {
			group.insertBefore(button, before ? before.nextSibling : group.firstChild);
		}
		if (button.textContent !== text) {
			button.textContent = text;
		}
		before = button;
	}
	keepFocus(() => {
		shown.forEach((button) => button.remove());
		group.hidden = before === undefined;
	});
}

function showEdited(article: HTMLElement, { editedAt }: LiveMessage): void {
	const edited = article.querySelector<HTMLElement>('.edited');
	if (edited) {
		edited.hidden = !editedAt;
	}
}

function reactionOf(emoji: string): HTMLButtonElement {
	const button = document.createElement('button');
	button.className = 'quiet';
	button.name = 'emoji';
	button.value = emoji;
	button.setAttribute('aria-pressed', 'false');
	return button;
}

/** The times in the language and the zone of the page, as its server writes them. */
function timesOf(instant: string): { title: string; day: string; time: string } {
	const { lang, dataset } = document.documentElement;
	const zone = dataset.timeZone ?? 'UTC';
	const at = new Date(instant);
	return { title: timeFormat(lang, zone).format(at), day: dayOf(lang, zone, at, new Date()), time: clockOf(lang, zone, at) };
}
