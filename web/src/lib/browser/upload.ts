import { socket } from './connection';
import type { LiveEvent } from './arrivals';
import { send } from './send';

/** How long an upload waits before it asks again, if no connection tells it, in milliseconds. */
const PATIENCE = 3_000;

/** How long it waits for what a connection tells, which may be lost, in milliseconds. */
const LONGEST = 15_000;

/** How long it waits when it was too fast, unless the site says it, in seconds. */
const WAIT = 10;

/** Why an upload failed, as a sentence in the reader's language; empty if the site did not say it. */
export class UploadFailure extends Error {}

/** The sentence about a failure. */
export function reasonOf(failure: unknown): string {
	return failure instanceof UploadFailure ? failure.message : '';
}

interface Begun {
	id: string;
	upload: { method: string; url: string; headers: Record<string, string> };
}

interface State {
	state: string;
	reason?: string;
	variants?: Variant[];
}

interface Variant {
	name: string;
	url: string;
	width: number;
}

/** The address of the smallest picture that shows a medium, which for a video is its poster; undefined if it has none. */
export function previewOf(variants: Variant[]): string | undefined {
	const poster = variants.find(({ name }) => name === 'poster');
	return (poster ?? [...variants].sort((one, other) => one.width - other.width)[0])?.url;
}

async function call<T>(path: string, init: Parameters<typeof send>[1] = {}): Promise<T> {
	const answer = await send(path, init);
	if (answer.status === 429) {
		await new Promise((resolve) => setTimeout(resolve, 1_000 * (Number(answer.headers.get('retry-after')) || WAIT)));
		return call(path, init);
	}
	const body = (await answer.json().catch(() => ({}))) as T & { reason?: string; message?: string };
	if (!answer.ok) {
		// A site that fails has no reason against the file.
		throw new UploadFailure(answer.status < 500 ? (body.reason ?? body.message) : '');
	}
	return body;
}

/** The SHA-256 of a file in lower-case hex. */
export async function checksum(file: Blob): Promise<string> {
	const hash = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
	return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** An upload of a picture or video, from the file until it can be used. */
export class Upload {
	/** The address of a small picture, once the file can be used. */
	preview: string | undefined;

	private id: string | undefined;

	private readonly request = new XMLHttpRequest();

	private cancelled = false;

	constructor(
		private readonly file: Blob,
		private readonly purpose: string,
		private readonly progress: (part: number) => void
	) {}

	/**
	 * Uploads the file and waits until it can be used; returns the id.
	 * @throws UploadFailure with the reason
	 */
	async run(): Promise<string> {
		this.requireWanted();
		const { type: contentType, size } = this.file;
		const begun = await call<Begun>('/media', {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ purpose: this.purpose, contentType, size, sha256: await checksum(this.file) })
		});
		this.id = begun.id;
		this.requireWanted();
		await this.send(begun.upload);
		this.requireWanted();
		await call(`/media/${begun.id}/complete`, { method: 'POST' });
		this.progress(1);
		await this.ready(begun.id);
		return begun.id;
	}

	/** Ends the upload, or removes what was uploaded. */
	cancel(): void {
		this.cancelled = true;
		this.request.abort();
		if (this.id) {
			void send(`/media/${this.id}`, { method: 'DELETE', keepalive: true }).catch(() => undefined);
			this.id = undefined;
		}
	}

	private requireWanted(): void {
		if (this.cancelled) {
			this.cancel();
			throw new UploadFailure();
		}
	}

	private send({ method, url, headers }: Begun['upload']): Promise<void> {
		return new Promise((resolve, reject) => {
			const { request } = this;
			request.open(method, url);
			for (const [name, value] of Object.entries(headers)) {
				request.setRequestHeader(name, value);
			}
			request.upload.onprogress = ({ loaded, total }) => this.progress(loaded / total);
			request.onload = () => (request.status < 300 ? resolve() : reject(new UploadFailure()));
			request.onerror = () => reject(new UploadFailure());
			request.onabort = () => reject(new UploadFailure());
			request.send(this.file);
		});
	}

	/** Waits for the inspection, of which an event tells; without a connection it asks. */
	private async ready(id: string): Promise<void> {
		for (;;) {
			const told = this.told(id);
			const { state, reason, variants = [] } = await this.look(id);
			if (state === 'ready') {
				this.preview = previewOf(variants);
				return;
			}
			if (state !== 'pending' && state !== 'processing') {
				throw new UploadFailure(reason);
			}
			await told;
			this.requireWanted();
		}
	}

	/** The state of the inspection, which goes on while there is no network. */
	private async look(id: string): Promise<State> {
		try {
			return await call<State>(`/media/${id}`);
		} catch (failure) {
			if (failure instanceof UploadFailure) {
				throw failure;
			}
			return { state: 'processing' };
		}
	}

	private told(id: string): Promise<void> {
		return new Promise((resolve) => {
			const end = () => {
				clearTimeout(timer);
				socket.off('media-updated', hear);
				socket.off('connect', end);
				resolve();
			};
			const hear = (event: LiveEvent<{ id: string }>) => {
				if (event.data.id === id) {
					end();
				}
			};
			const timer = setTimeout(end, socket.connected ? LONGEST : PATIENCE);
			socket.on('media-updated', hear);
			// Events are not repeated after a lost connection.
			socket.on('connect', end);
		});
	}
}
