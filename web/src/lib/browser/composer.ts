import { EXCERPT } from '../chat';
import { excerptOfHtml } from '../excerpt';
import { socket } from './connection';
import type { LiveConversation, LiveMessage } from './conversation';
import { newClientId, Outbox, type Outgoing } from './outbox';
import { fill } from './page';
import { passes } from './passing';
import { Shelf } from './shelf';
import { fillText } from './template';

/** The server's answer to a message. */
interface Sent {
	ok: boolean;
	code?: string;
	/** What a refusal says, in the reader's language; the socket has codes alone. */
	reason?: string;
	message?: LiveMessage;
}

/** How long an acknowledgement may take, in milliseconds. */
const PATIENCE = 8_000;

/** The wait before a message is sent again, in milliseconds. */
const AGAIN = 5_000;

/** The shortest time between two notices that the reader is writing, in milliseconds. */
const NOTICES = 2_500;

const shelf = new Shelf(() => localStorage);

/** Sends messages by the socket, or without one by a request, and keeps what was not sent. */
export class ChatComposer {
	private readonly field: HTMLTextAreaElement;

	private readonly replyTo: HTMLInputElement;

	private readonly clientId: HTMLInputElement;

	private readonly draft: string;

	private readonly outbox: Outbox;

	/** Messages that were refused for good; they stay until the reader decides. */
	private readonly refused = new Set<string>();

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
		this.outbox = new Outbox(shelf, `outbox:${form.dataset.key}`);
	}

	start(): void {
		if (this.field.value === '') {
			this.field.value = shelf.get(this.draft) ?? '';
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
		for (const message of this.outbox.all()) {
			this.conversation.showPending(message.clientId, this.wordsOf(message), this.conversation.text('waiting'));
		}
		socket.on('connect', () => void this.work());
		addEventListener('online', () => void this.work());
		void this.work();
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
		this.conversation.showPending(message.clientId, this.wordsOf(message), this.conversation.text('sending'));
		this.field.focus();
		void this.work();
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
			while ((message = this.outbox.all().find(({ clientId }) => !this.refused.has(clientId)))) {
				if (!(await this.deliver(message))) {
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
		const { clientId } = message;
		const text = this.wordsOf(message);
		const answer = await this.sendBySocket(message).catch(() => this.sendByRequest(message));
		if (answer.ok && answer.message) {
			this.outbox.remove(clientId);
			this.conversation.dropPending(clientId);
			this.conversation.confirm(answer.message, text);
			return true;
		}
		const waits = passes(answer.code);
		const said = this.conversation.showPending(clientId, text, this.conversation.text(waits ? 'waiting' : 'refused'));
		const why = (!waits && answer.reason) || this.problem(answer.code);
		if (why) {
			said.append(': ', why);
		}
		if (!waits) {
			this.refused.add(clientId);
			this.offer(said, message);
		}
		return !waits;
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

	private async sendByRequest(message: Outgoing): Promise<Sent> {
		try {
			const answer = await fetch(`/chat/${this.conversation.id}/send`, {
				method: 'POST',
				body: new URLSearchParams([
					...(['clientId', 'text', 'replyTo'] as const).map((name) => [name, message[name]]),
					...(message.media ?? []).map((id) => ['media', id]),
					...(message.alts ?? []).map((alt) => ['alt', alt])
				])
			});
			return (await answer.json()) as Sent;
		} catch {
			// The same client id sends it once, also if only the answer was lost.
			return { ok: false };
		}
	}

	/** Offers to send a refused message again, to change it, or to discard it. */
	private offer(place: HTMLElement, message: Outgoing): void {
		const again = this.button('again', () => {
			this.refused.delete(message.clientId);
			this.conversation.showPending(message.clientId, this.wordsOf(message), this.conversation.text('sending'));
			void this.work();
		});
		const discard = this.button('discard', () => {
			this.outbox.remove(message.clientId);
			this.conversation.dropPending(message.clientId);
			this.field.focus();
		});
		place.append(' ', again, ' ');
		// The form cannot show the pictures of a message again.
		if (!message.media?.length) {
			place.append(this.button('edit', () => this.takeBack(message)), ' ');
		}
		place.append(discard);
	}

	/** Moves a message into the field, before what has been written there since. */
	private takeBack({ clientId, text, replyTo }: Outgoing): void {
		this.outbox.remove(clientId);
		this.conversation.dropPending(clientId);
		this.field.value = [text, this.field.value].filter(Boolean).join('\n\n');
		this.write();
		const link = [...document.querySelectorAll<HTMLElement>('a[data-reply]')].find(({ dataset }) => dataset.reply === replyTo);
		if (link) {
			this.answerBy(link);
		}
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
		line.hidden = id === '';
		(line.querySelector('span') as HTMLElement).textContent = fillText(line.dataset.text ?? '', { name, text });
	}
}
