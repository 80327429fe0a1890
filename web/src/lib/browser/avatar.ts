import { mostBytes, typeOf } from '../uploads';
import { middle, movedPart, placedPart, placeOf, zoomedPart, type Part } from './crop';
import { Upload, reasonOf } from './upload';

/** The side of the uploaded picture, in pixels. */
const SIDE = 640;

/**
 * Lets the reader choose the square part of a file that becomes their picture. A photo that the
 * browser cannot show, such as HEIC, is uploaded whole; pages show its middle.
 */
class AvatarCropper {
	private bitmap: ImageBitmap | null = null;

	private part: Part = { x: 0, y: 0, side: 1 };

	private readonly file: HTMLInputElement;

	private readonly zoom: HTMLInputElement;

	private readonly right: HTMLInputElement;

	private readonly down: HTMLInputElement;

	private readonly canvas: HTMLCanvasElement;

	private readonly crop: HTMLElement;

	private readonly status: HTMLElement;

	constructor(private readonly form: HTMLFormElement) {
		this.file = form.querySelector('input[type=file]') as HTMLInputElement;
		this.zoom = form.querySelector('[data-range=zoom]') as HTMLInputElement;
		this.right = form.querySelector('[data-range=right]') as HTMLInputElement;
		this.down = form.querySelector('[data-range=down]') as HTMLInputElement;
		this.canvas = form.querySelector('canvas') as HTMLCanvasElement;
		this.crop = form.querySelector('.crop') as HTMLElement;
		this.status = form.querySelector('.status') as HTMLElement;
		form.hidden = false;
		this.file.addEventListener('change', () => void this.open());
		this.zoom.addEventListener('input', () => this.show((part, size) => zoomedPart(part, size, Number(this.zoom.value))));
		for (const range of [this.right, this.down]) {
			range.addEventListener('input', () =>
				this.show((part, size) => placedPart(part, size, Number(this.right.value), Number(this.down.value)))
			);
		}
		this.canvas.addEventListener('pointermove', (drag) => {
			if (drag.buttons) {
				const scale = this.part.side / this.canvas.clientWidth;
				this.show((part, size) => movedPart(part, size, -drag.movementX * scale, -drag.movementY * scale));
			}
		});
		this.canvas.addEventListener('pointerdown', (press) => this.canvas.setPointerCapture(press.pointerId));
		form.addEventListener('submit', (submit) => {
			submit.preventDefault();
			void this.save();
		});
	}

	private async open(): Promise<void> {
		const [file] = this.file.files ?? [];
		const bitmap = file ? await createImageBitmap(file).catch(() => null) : null;
		this.crop.hidden = bitmap === null;
		this.status.textContent = '';
		if (file && !bitmap) {
			await this.takeWhole(file);
		}
		if (bitmap) {
			this.bitmap?.close();
			this.bitmap = bitmap;
			this.zoom.value = '1';
			this.show(() => middle(bitmap));
			this.zoom.focus();
		}
	}

	private async takeWhole(file: File): Promise<void> {
		const type = await typeOf(file);
		const { unreadable = '', empty = '', large = '' } = this.form.dataset;
		if (!this.file.accept.split(',').includes(type)) {
			this.status.textContent = unreadable;
		} else if (file.size === 0) {
			this.status.textContent = empty;
		} else if (file.size > mostBytes(type)) {
			this.status.textContent = large;
		} else {
			await this.upload(new Blob([file], { type }));
		}
	}

	private show(change: (part: Part, size: ImageBitmap) => Part): void {
		if (this.bitmap) {
			this.part = change(this.part, this.bitmap);
			const { right, down } = placeOf(this.part, this.bitmap);
			this.right.value = String(right);
			this.down.value = String(down);
			this.draw(this.canvas);
		}
	}

	private draw(canvas: HTMLCanvasElement): void {
		const { x, y, side } = this.part;
		const context = canvas.getContext('2d');
		if (this.bitmap && context) {
			// Transparent parts of a picture become white, as a JPEG has none.
			context.fillStyle = '#fff';
			context.fillRect(0, 0, canvas.width, canvas.height);
			context.drawImage(this.bitmap, x, y, side, side, 0, 0, canvas.width, canvas.height);
		}
	}

	private async save(): Promise<void> {
		const canvas = document.createElement('canvas');
		canvas.width = canvas.height = SIDE;
		this.draw(canvas);
		const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.9));
		if (blob) {
			await this.upload(blob);
		}
	}

	private async upload(picture: Blob): Promise<void> {
		const button = this.form.querySelector('button') as HTMLButtonElement;
		if (button.disabled) {
			return;
		}
		button.disabled = this.file.disabled = true;
		const { uploading = '', checking = '', failed = '' } = this.form.dataset;
		try {
			this.status.textContent = uploading;
			const id = await new Upload(picture, 'avatar', (part) => {
				this.status.textContent = part < 1 ? `${uploading} ${Math.round(part * 100)} %` : checking;
			}).run();
			(this.form.elements.namedItem('media') as HTMLInputElement).value = id;
			this.form.submit();
		} catch (failure) {
			this.status.textContent = `${failed} ${reasonOf(failure)}`;
			button.disabled = this.file.disabled = false;
		}
	}
}

const form = document.getElementById('avatar') as HTMLFormElement | null;

// Checksums need a secure context.
if (form && window.isSecureContext) {
	new AvatarCropper(form);
}
