import { EXCERPT } from '../chat';
import { excerptOfHtml } from '../excerpt';
import { socket } from './connection';
import type { LiveConversation } from './conversation';
import { isDue, ListedShelf, newClientId, Outbox, sendByRequest, type Outgoing, type Sent } from './outbox';
import { fill } from './page';
import { passes } from './passing';
import { fillText } from './template';

/** How long an acknowledgement may take, in milliseconds. */
const PATIENCE = 8_000;

/** The wait before a message is sent again, in milliseconds. */
const AGAIN = 5_000;

/** The shortest time between two notices that the reader is writing, in milliseconds. */
const NOTICES = 2_500;

const shelf = new ListedShelf(() => localStorage);

/** Sends messages by the socket, or without one by a request, and keeps what was not sent. */
export class ChatComposer {
	private readonly field: HTMLTextAreaElement;

	private readonly replyTo: HTMLInputElement;

	private readonly clientId: HTMLInputElement;

	private readonly draft: string;

	/** Where the message is kept that the draft answers. */
	private readonly answered: string;

	private readonly outbox: Outbox;

	/** Messages that wait for the decision of the reader. */
	private readonly held = new Set<string>();

	/** Messages of the outbox that the page shows. */
	private readonly shown = new Set<string>();

	private sending = false;

	private noticed = 0;

	constructor(
		private readonly form: HTMLFormElement,
		private readonly conversation: LiveConversation
	) {
		this.field = form.elements.namedItem('text') as HTMLTextAreaElement;
		this.replyTo = form.elements.namedItem('replyTo') as HTMLInputElement;
		this.clientId = form.elements.namedItem('clientId') as HTMLInputElement;
		this.draft = `draft:${form.dataset.key}`;
		this.answered = `${this.draft}:answers`;
		this.outbox = new Outbox(shelf, `outbox:${form.dataset.key}`);
	}

	start(): void {
		if (this.field.value === '') {
			this.field.value = shelf.get(this.draft) ?? '';
		}
		if (this.replyTo.value === '') {
			this.answerTo(shelf.get(this.answered));
		}
		const hint = this.form.querySelector<HTMLElement>('[data-hint]');
		// A keyboard on the screen has no other key for a new line.
		const hasKeys = matchMedia('(pointer: fine)').matches;
		if (hint) {
			hint.hidden = !hasKeys;
		}
		this.field.addEventListener('input', () => this.write());
		this.field.addEventListener('keydown', (press) => {
			const sends = hasKeys ? !press.shiftKey : press.ctrlKey || press.metaKey;
			if (press.key === 'Enter' && sends && !press.isComposing && press.keyCode !== 229) {
				press.preventDefault();
				this.form.requestSubmit();
			}
		});
		this.form.addEventListener('submit', (submit) => {
			submit.preventDefault();
			this.send();
		});
		document.addEventListener('click', (click) => this.answer(click));
		this.outbox.all().forEach((message) => this.show(message, 'waiting'));
		addEventListener('storage', (change) => this.follow(change));
		socket.on('connect', () => void this.work());
		addEventListener('online', () => void this.work());
		void this.work();
	}

	/** Another page of the conversation may send or discard what waits, and the draft that both show. */
	private follow({ key, oldValue, newValue }: StorageEvent): void {
		if (key?.startsWith(this.outbox.name)) {
			this.tidy();
		} else if (key === this.draft && this.field.value === oldValue) {
			this.field.value = newValue ?? '';
			if (!newValue) {
				this.setAnswered('', '', '');
			}
		}
	}

	private write(): void {
		shelf.set(this.draft, this.field.value);
		if (this.conversation.joined && this.field.value && Date.now() - this.noticed > NOTICES) {
			this.noticed = Date.now();
			socket.emit('typing', { conversationId: this.conversation.id }, () => undefined);
		}
	}

	private send(): void {
		const text = this.field.value;
		const media = this.values('media');
		if (text.trim() === '' && media.length === 0) {
			return;
		}
		const message = {
			clientId: this.clientId.value || newClientId(),
			text,
			replyTo: this.replyTo.value,
			...(media.length ? { media, alts: this.values('alt') } : {})
		};
		this.outbox.add(message);
		// It empties the list of pictures, too.
		this.form.reset();
		this.clientId.value = newClientId();
		this.field.value = '';
		shelf.set(this.draft, '');
		this.setAnswered('', '', '');
		this.show(message, 'sending');
		this.field.focus();
		void this.work();
	}

	private show(message: Outgoing, status: string): HTMLElement {
		this.shown.add(message.clientId);
		return this.conversation.showPending(message.clientId, this.wordsOf(message), this.conversation.text(status));
	}

	/** Drops what waits no more. */
	private tidy(): void {
		const waiting = this.outbox.all().map(({ clientId }) => clientId);
		for (const id of this.shown) {
			if (!waiting.includes(id)) {
				this.shown.delete(id);
				this.conversation.dropPending(id);
			}
		}
	}

	private values(name: string): string[] {
		return [...this.form.querySelectorAll<HTMLInputElement>(`li input[name="${name}"]`)].map(({ value }) => value);
	}

	/** A message in words, until the server shows it. */
	private wordsOf({ text, media }: Outgoing): string {
		return text || (media?.length ? fill(this.conversation.text('pictures'), media.length) : '');
	}

	/** Sends what waits, one message after the other, so that they keep their order. */
	private async work(): Promise<void> {
		if (this.sending) {
			return;
		}
		this.sending = true;
		try {
			let message: Outgoing | undefined;
			while ((message = this.outbox.all().find(({ clientId }) => !this.held.has(clientId)))) {
				if (!isDue(message)) {
					this.hold(message, '');
				} else if (!(await this.deliver(message))) {
					setTimeout(() => void this.work(), AGAIN);
					return;
				}
			}
		} finally {
			this.sending = false;
		}
	}

	/** Sends a message; returns whether the next one can be sent. */
	private async deliver(message: Outgoing): Promise<boolean> {
		const answer = await this.sendBySocket(message).catch(() => sendByRequest(this.conversation.id, message));
		if (answer.ok && answer.message) {
			this.outbox.remove(message.clientId);
			this.tidy();
			this.conversation.confirm(answer.message, this.wordsOf(message));
			return true;
		}
		if (!passes(answer.code)) {
			this.outbox.hold(message);
			this.hold(message, answer.reason || this.problem(answer.code));
			return true;
		}
		explain(this.show(message, 'waiting'), this.problem(answer.code));
		return false;
	}

	/** A request describes the pictures of a message before it sends it, and says why a text is refused; the socket does not. */
	private async sendBySocket({ clientId, text, replyTo, media }: Outgoing): Promise<Sent> {
		if (!this.conversation.joined || media?.length) {
			throw new Error('The socket cannot send it');
		}
		const answer = (await socket.timeout(PATIENCE).emitWithAck('send-message', {
			conversationId: this.conversation.id,
			text,
			clientId,
			...(replyTo ? { replyTo } : {})
		})) as Sent;
		if (!answer.ok && (answer.code === 'request.invalid' || (passes(answer.code) && answer.code !== 'limit.exceeded'))) {
			throw new Error(answer.code);
		}
		return answer;
	}

	/** Offers to send a message again that was refused or has waited for too long, to change it, or to discard it. */
	private hold(message: Outgoing, why: string): void {
		const { clientId } = message;
		this.held.add(clientId);
		const again = this.button('again', () => {
			this.held.delete(clientId);
			this.outbox.add(message);
			this.show(message, 'sending');
			// The button is gone.
			this.field.focus();
			void this.work();
		});
		const discard = this.button('discard', () => {
			this.outbox.remove(clientId);
			this.tidy();
			this.field.focus();
		});
		const said = this.show(message, 'refused');
		explain(said, why);
		speak(said);
		said.append(' ', again, ' ');
		// The form cannot show the pictures of a message again.
		if (!message.media?.length) {
			said.append(this.button('edit', () => this.takeBack(message)), ' ');
		}
		said.append(discard);
	}

	/** Moves a message into the field, before what has been written there since. */
	private takeBack({ clientId, text, replyTo }: Outgoing): void {
		this.outbox.remove(clientId);
		this.tidy();
		this.field.value = [text, this.field.value].filter(Boolean).join('\n\n');
		this.write();
		this.answerTo(replyTo);
		this.field.focus();
	}

	private button(name: string, act: () => void): HTMLButtonElement {
		const button = document.createElement('button');
		button.type = 'button';
		button.className = 'quiet';
		button.textContent = this.conversation.text(name);
		button.addEventListener('click', act);
		return button;
	}

	private problem(code: string | undefined): string {
		const problems = JSON.parse(this.conversation.text('problems') || '{}') as Record<string, string>;
		return problems[code ?? ''] ?? '';
	}

	private answer(click: MouseEvent): void {
		const target = click.target as Element;
		const link = target.closest<HTMLElement>('a[data-reply]');
		if (click.ctrlKey || click.metaKey || click.shiftKey) {
			return;
		}
		if (link) {
			click.preventDefault();
			this.answerBy(link);
			this.field.focus();
		} else if (target.closest('#answering a')) {
			click.preventDefault();
			this.setAnswered('', '', '');
			this.field.focus();
		}
	}

	/** Answers the message with an id, if the page shows it. */
	private answerTo(id: string | null): void {
		const link = [...document.querySelectorAll<HTMLElement>('a[data-reply]')].find(({ dataset }) => dataset.reply === id);
		if (link) {
			this.answerBy(link);
		}
	}

	/** Answers the message that a link stands at. */
	private answerBy(link: HTMLElement): void {
		const article = link.closest('article');
		const name = (article?.querySelector('h2 bdi') ?? article?.querySelector('h2'))?.textContent?.trim() ?? '';
		const text = excerptOfHtml(article?.querySelector('.prose')?.innerHTML, EXCERPT);
		this.setAnswered(link.dataset.reply ?? '', name, text);
	}

	private setAnswered(id: string, name: string, text: string): void {
		const line = document.getElementById('answering') as HTMLElement;
		this.replyTo.value = id;
		shelf.set(this.answered, id);
		line.hidden = id === '';
		(line.querySelector('span') as HTMLElement).textContent = fillText(line.dataset.text ?? '', { name, text });
	}
}

/** Tells readers who do not look at a message what happened to it. */
function speak({ textContent }: HTMLElement): void {
	const said = document.getElementById('said');
	if (said) {
		said.textContent = textContent;
	}
}

function explain(said: HTMLElement, why: string): void {
	if (why) {
		said.append(': ', why);
	}
}
