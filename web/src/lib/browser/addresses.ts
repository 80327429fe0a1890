/** Signed addresses of media, which end after some minutes. */

const SIGNED = /[?&]expires=(\d+)/;

/** Attributes that contain addresses of media. */
export const ATTRIBUTES = ['src', 'srcset', 'href', 'poster'] as const;

/** Whether an address, or one of a list, has ended; unsigned ones never do. */
export function hasEnded(addresses: string, now = Date.now()): boolean {
	const end = SIGNED.exec(addresses)?.[1];
	return end !== undefined && Number(end) * 1000 <= now;
}

/** What stays of an address, or of a list of them, when it is signed again. */
export function fileOf(addresses: string): string {
	return addresses.replace(/\?[^\s,]*/g, '');
}
