import { markdownOf, meansWords, mostBytes, redescribed, typeOf, withPicture } from '../uploads';
import { edit } from './edit';
import { send } from './send';
import { Turns } from './turns';
import { Upload, reasonOf } from './upload';

/** The size of a preview, in pixels of the screen. */
const PREVIEW = 192;

/** How many files are uploaded at a time. */
const PARALLEL = 3;

/** Pictures and videos of a form: chosen, pasted or dropped, uploaded, described and removed. */
class PictureList {
	private readonly list: HTMLUListElement;

	private readonly status: HTMLElement;

	private readonly types: string[];

	/** Why files of the last choice were not taken. */
	private refused: string[] = [];

	private waiting = 0;

	private composing = false;

	/** Sends the form as it was tried before the pictures were ready; null if nobody tried, or since a picture failed or the text changed. */
	private sendReady: (() => void) | null = null;

	private readonly turns = new Turns(PARALLEL);

	constructor(
		private readonly field: HTMLFieldSetElement,
		private readonly form: HTMLFormElement
	) {
		const input = field.querySelector('input[type=file]') as HTMLInputElement;
		this.list = field.querySelector('ul') as HTMLUListElement;
		this.status = field.querySelector('.status') as HTMLElement;
		this.types = input.accept.split(',');
		field.hidden = false;
		input.addEventListener('change', () => {
			void this.add([...(input.files ?? [])]);
			input.value = '';
		});
		form.addEventListener('compositionstart', () => (this.composing = true));
		form.addEventListener('compositionend', () => (this.composing = false));
		form.addEventListener('input', ({ target }) => {
			// A text that its writer goes on with is not sent before they say so again.
			if (target === form.querySelector('textarea')) {
				this.sendReady = null;
			}
		});
		form.addEventListener('paste', (paste) => {
			if (!meansWords(paste.clipboardData?.getData('text/html') ?? '')) {
				this.take(paste, paste.clipboardData);
			}
		});
		form.addEventListener('dragover', (drag) => {
			if (hasFiles(drag)) {
				drag.preventDefault();
				form.classList.add('dropping');
			}
		});
		form.addEventListener('dragleave', ({ relatedTarget }) => {
			if (!form.contains(relatedTarget as Node | null)) {
				form.classList.remove('dropping');
			}
		});
		form.addEventListener('drop', (drop) => {
			form.classList.remove('dropping');
			this.take(drop, drop.dataTransfer);
		});
		// Before the scripts that send forms.
		form.addEventListener(
			'submit',
			(submit) => {
				if (this.waiting > 0) {
					submit.preventDefault();
					submit.stopImmediatePropagation();
					this.sendReady = () => form.requestSubmit(submit.submitter);
					this.say('wait');
				}
			},
			{ capture: true }
		);
		// Described only when it is sent, a picture would reach the readers without its text.
		this.list.addEventListener('change', ({ target }) => this.store((target as Element).closest('li'), true));
		form.addEventListener('reset', () => {
			this.list.replaceChildren();
			this.refused = [];
			this.tell('');
			this.sendReady = null;
			this.requireText();
		});
		for (const item of this.list.querySelectorAll('li')) {
			const button = item.querySelector('button') as HTMLButtonElement;
			button.hidden = false;
			button.addEventListener('click', () => this.remove(item));
		}
		this.requireText();
	}

	private text(name: string): string {
		return this.field.dataset[name] ?? '';
	}

	/** The text that names the pictures in Markdown; null if the form lists them. */
	private get area(): HTMLTextAreaElement | null {
		return this.field.dataset.inText ? this.form.querySelector('textarea') : null;
	}

	/** Shows a picture in the text, once no input method composes a word there, which a change would break off. */
	private async insert(area: HTMLTextAreaElement, id: string, alt: HTMLInputElement): Promise<void> {
		while (this.composing) {
			await new Promise((resolve) => this.form.addEventListener('compositionend', () => setTimeout(resolve), { once: true }));
		}
		const { value, selectionStart, selectionEnd } = area;
		this.edit(area, ...withPicture(value, selectionStart, selectionEnd, markdownOf(id, alt.value), document.activeElement === area));
		alt.addEventListener('input', () => this.describe(area, id, alt.value));
	}

	private describe(area: HTMLTextAreaElement, id: string, alt: string | null): void {
		const text = redescribed(area.value, id, alt);
		this.edit(area, text, Math.min(area.selectionStart, text.length));
	}

	/** Changes the text, which is still sent as soon as its pictures are ready. */
	private edit(...change: Parameters<typeof edit>): void {
		const { sendReady } = this;
		edit(...change);
		this.sendReady = sendReady;
	}

	/** Stores the description of a picture that the form lists; sending the form does it again, but for an emptied one. */
	private store(item: Element | null, isEmptied = false): void {
		const [media, alt] = ['media', 'alt'].map((name) => item?.querySelector<HTMLInputElement>(`[name=${name}]`)?.value);
		if (media && alt !== undefined && (alt || isEmptied)) {
			const body = new URLSearchParams({ alt });
			void send(`/media/${media}`, { method: 'PATCH', body, keepalive: true }).catch(() => undefined);
		}
	}

	private say(name: string): void {
		this.tell(this.text(name));
	}

	/** Says something below why files were not taken, which nothing but the next choice removes. */
	private tell(text: string): void {
		this.status.textContent = [...this.refused, text].filter(Boolean).join('\n');
		this.status.classList.toggle('refused', this.refused.length > 0);
	}

	/** The name of a file, which a number tells from others of the same name. */
	private nameOf(file: File): string {
		const names = new Set([...this.list.children].map((item) => (item as HTMLElement).dataset.name));
		let { name } = file;
		for (let number = 2; names.has(name); number++) {
			name = `${file.name} (${number})`;
		}
		return name;
	}

	/** Takes the pictures of the clipboard or of a drop; texts go where they always go. */
	private take(event: Event, data: DataTransfer | null): void {
		const files = [...(data?.files ?? [])];
		if (files.length > 0) {
			event.preventDefault();
			void this.add(files);
		}
	}

	private async add(files: File[]): Promise<void> {
		this.waiting++;
		const types = await Promise.all(files.map(typeOf));
		this.waiting--;
		this.refused = [];
		this.tell('');
		for (const [index, file] of files.entries()) {
			if (this.list.children.length >= Number(this.field.dataset.most)) {
				this.say('many');
				return;
			}
			const type = types[index] ?? '';
			const fault = this.faultOf(type, file.size);
			if (fault) {
				this.refused.push(`${isolate(file.name)}: ${this.text(fault)}`);
				this.tell('');
			} else {
				void this.upload(new File([file], file.name, { type }));
			}
		}
		if (this.waiting === 0) {
			this.sendReady = null;
		}
	}

	/** The name of the text that says why a file is not taken; nothing if it is. */
	private faultOf(type: string, size: number): string {
		if (!this.types.includes(type)) {
			return 'type';
		}
		return size === 0 ? 'empty' : size > mostBytes(type) ? 'size' : '';
	}

	private async upload(file: File): Promise<void> {
		const item = document.createElement('li');
		const preview = document.createElement('canvas');
		const parts = document.createElement('div');
		const title = document.createElement('bdi');
		const said = document.createElement('span');
		const bar = document.createElement('progress');
		const label = document.createElement('label');
		const alt = document.createElement('input');
		const button = document.createElement('button');
		const name = this.nameOf(file);
		item.dataset.name = name;
		title.className = 'name';
		title.textContent = name;
		bar.max = 1;
		bar.value = 0;
		bar.setAttribute('aria-label', `${this.text('uploading')} ${name}`);
		said.className = 'hint';
		said.textContent = this.text('uploading');
		alt.maxLength = 1000;
		alt.setAttribute('aria-label', `${this.text('alt')}: ${name}`);
		label.append(`${this.text('alt')} `, alt);
		button.type = 'button';
		button.className = 'quiet';
		button.textContent = this.text('cancel');
		button.setAttribute('aria-label', `${this.text('cancel')}: ${name}`);
		parts.append(title, said, bar, label);
		item.append(preview, parts, button);
		this.list.append(item);
		const drawn = draw(preview, file);
		const upload = new Upload(file, this.field.dataset.pictures ?? '', (part) => {
			bar.value = part;
			said.textContent = this.text(part < 1 ? 'uploading' : 'checking');
		});
		button.addEventListener('click', () => {
			upload.cancel();
			this.remove(item);
		});
		this.waiting++;
		this.requireText();
		try {
			const id = await this.turns.take(() => upload.run());
			item.dataset.media = id;
			if (this.area) {
				await this.insert(this.area, id, alt);
			} else {
				const media = document.createElement('input');
				media.type = 'hidden';
				media.name = 'media';
				media.value = id;
				alt.name = 'alt';
				item.append(media);
				this.store(item);
			}
			said.textContent = this.text('ready');
			if (!this.sendReady) {
				this.tell(`${isolate(name)}: ${this.text('ready')}`);
			}
			if (!(await drawn) && upload.preview) {
				preview.replaceWith(Object.assign(new Image(), { src: upload.preview, alt: '' }));
			}
		} catch (failure) {
			label.remove();
			const reason = reasonOf(failure);
			if (item.isConnected) {
				this.sendReady = null;
			}
			item.className = 'failed';
			said.textContent = `${this.text('failed')} ${reason}`;
			this.tell(`${isolate(name)}: ${said.textContent}`);
			// What did not arrive counts no more.
			upload.cancel();
			if (!reason) {
				this.offerAgain(item, file, name);
			}
		} finally {
			bar.remove();
			button.textContent = this.text('remove');
			button.setAttribute('aria-label', `${this.text('remove')}: ${name}`);
			this.waiting--;
			this.requireText();
			if (this.waiting === 0 && this.sendReady) {
				this.say('ready');
				this.sendReady();
				this.sendReady = null;
			}
		}
	}

	/** Offers to upload a file again that failed without a reason. */
	private offerAgain(item: HTMLElement, file: File, name: string): void {
		const again = document.createElement('button');
		again.type = 'button';
		again.className = 'quiet';
		again.textContent = this.text('again');
		again.setAttribute('aria-label', `${this.text('again')}: ${name}`);
		again.addEventListener('click', () => {
			item.remove();
			void this.upload(file);
			this.list.lastElementChild?.querySelector('button')?.focus();
		});
		item.querySelector('div')?.append(again);
	}

	private remove(item: HTMLElement): void {
		if (this.area && item.dataset.media) {
			this.describe(this.area, item.dataset.media, null);
		}
		const next = item.nextElementSibling ?? item.previousElementSibling;
		item.remove();
		this.requireText();
		const focused = next?.querySelector('button') ?? this.field.querySelector<HTMLElement>('input[type=file]');
		focused?.focus();
	}

	/** A post needs a text only without pictures and without another post that it shows. */
	private requireText(): void {
		const area = this.form.querySelector('textarea');
		if (area && !this.area) {
			area.required = !this.list.querySelector('li:not(.failed)') && !this.form.querySelector('[name=repost]');
		}
	}
}

/** Whether something is dragged that a page could replace itself with. */
const hasFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') ?? false;

/** A name whose direction changes nothing around it. */
const isolate = (name: string) => `\u2068${name}\u2069`;

/** Draws a small version of a picture; returns whether the browser can, which shows neither videos nor each picture. */
async function draw(canvas: HTMLCanvasElement, file: Blob): Promise<boolean> {
	const bitmap = await createImageBitmap(file).catch(() => null);
	if (bitmap) {
		const scale = Math.min(1, PREVIEW / Math.max(bitmap.width, bitmap.height));
		canvas.width = Math.max(1, bitmap.width * scale);
		canvas.height = Math.max(1, bitmap.height * scale);
		canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
		bitmap.close();
	}
	return bitmap !== null;
}

// Checksums need a secure context.
if (window.isSecureContext) {
	// What is dropped beside a form would replace the page, and with it what was written.
	document.addEventListener('dragover', (drag) => {
		if (hasFiles(drag) && !drag.defaultPrevented && drag.dataTransfer) {
			drag.preventDefault();
			drag.dataTransfer.dropEffect = 'none';
		}
	});
	document.querySelectorAll<HTMLFieldSetElement>('fieldset[data-pictures]').forEach((field) => {
		const form = field.closest('form');
		if (form) {
			new PictureList(field, form);
		}
	});
}
