/** Types of pictures that can be uploaded. */
export const PICTURE_TYPES = ['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/avif', 'image/bmp'] as const;

/** Types of pictures that services show and browsers do not. */
export const PHOTO_TYPES = ['image/heic', 'image/heif'] as const;

/** Types of videos that can be uploaded. */
export const VIDEO_TYPES = ['video/mp4', 'video/webm', 'video/quicktime', 'video/x-m4v', 'video/3gpp', 'video/x-matroska', 'video/x-msvideo', 'video/mpeg', 'video/mp2t'] as const;

const TYPES_OF_NAMES: Record<string, string> = {
	heic: 'image/heic',
	heif: 'image/heif',
	hif: 'image/heif',
	avif: 'image/avif',
	bmp: 'image/bmp',
	mkv: 'video/x-matroska',
	mov: 'video/quicktime',
	m4v: 'video/x-m4v',
	'3gp': 'video/3gpp',
	avi: 'video/x-msvideo',
	mpg: 'video/mpeg',
	mpeg: 'video/mpeg',
	ts: 'video/mp2t',
	mts: 'video/mp2t',
	m2ts: 'video/mp2t'
};

/** How pictures and videos begin, each byte a character. */
const BEGINNING = /^(?:\xFF\xD8\xFF|\x89PNG|GIF8|BM|RIFF.{4}(?:WEBP|AVI )|.{4}(?:ftyp|styp|moov|mdat|wide|free|skip)|\0\0\x01[\xBA\xB3]|\x1AE\xDF\xA3)/s;

/** The type of a file that states none: the service decides by the content which one it is. A folder has no content. */
async function guess(file: Blob): Promise<string> {
	const bytes = await file
		.slice(0, 12)
		.arrayBuffer()
		.catch(() => new ArrayBuffer());
	return BEGINNING.test(String.fromCharCode(...new Uint8Array(bytes))) ? 'image/jpeg' : '';
}

/**
 * The type of a file, without parameters; by its name, if the browser does not know it, or has a name of its own for it. What
 * has neither a type nor an ending must begin as a picture or video.
 */
export async function typeOf(file: File): Promise<string> {
	const { name } = file;
	const [stated = ''] = file.type.split(';');
	const known = TYPES_OF_NAMES[name.slice(name.lastIndexOf('.') + 1).toLowerCase()];
	return known && !/^image\/(?:jpeg|png|gif|webp)$/.test(stated) ? known : stated || (name.includes('.') ? '' : guess(file));
}

/** What has no words in HTML. */
const WORDLESS = /<!--.*?-->|<style\b.*?<\/style>|<[^>]*>|&nbsp;|\s/gis;

/** Whether a clipboard with files means words: office programs add a picture of what they copy. */
export function meansWords(html: string): boolean {
	return html.replace(WORDLESS, '') !== '';
}

const MEBIBYTE = 1024 * 1024;

/** The largest file of a type, in bytes. */
export function mostBytes(type: string): number {
	return (type.startsWith('video/') ? 50 : 10) * MEBIBYTE;
}

/** The Markdown that shows a medium. Descriptions are words, so what would end or change them is escaped. */
export function markdownOf(id: string, alt: string): string {
	return `![${alt.replace(/\s+/g, ' ').trim().replace(/[\\[\]`*_<>&!~]/g, '\\$&')}](media:${id})`;
}

/** Pictures on lines of their own, at the beginning of a text. */
const PICTURES = /^(?:\s+!\[.*\]\(media:[\w-]+\)(?=\s)){0,99}/;

/**
 * A text with a picture on lines of its own, and the selection after it: where the selection was, or below the line that
 * is being written, which stays as it is.
 */
export function withPicture(text: string, start: number, end: number, picture: string, isWritten: boolean): [string, number, number] {
	const line = `${text}\n`.indexOf('\n', end);
	if (isWritten && text.slice(text.lastIndexOf('\n', start - 1) + 1, line).trim()) {
		const after = text.slice(line);
		const [shown = ''] = after.match(PICTURES) ?? [];
		return [`${text.slice(0, line)}${shown}\n\n${picture}\n\n${after.slice(shown.length).trimStart()}`, start, end];
	}
	const before = text.slice(0, start).trimEnd();
	const begun = `${before}${before ? '\n\n' : ''}${picture}\n\n`;
	return [begun + text.slice(end).trimStart(), begun.length, begun.length];
}

/** A text in which a medium has another description; null removes it. */
export function redescribed(text: string, id: string, alt: string | null): string {
	const shown = new RegExp(`!\\[(?:[^\\]\\\\]|\\\\.)*\\]\\(media:${id}\\)\\n?`, 'gs');
	return text.replace(shown, (found) => (alt === null ? '' : markdownOf(id, alt) + (found.endsWith('\n') ? '\n' : '')));
}

/** The pictures that were uploaded before a form was refused. */
export function keptOf(values: Record<string, string> | undefined): { id: string; alt: string }[] {
	const alts = (values?.alt ?? '').split('\n');
	return (values?.media ?? '')
		.split('\n')
		.filter(Boolean)
		.map((id, index) => ({ id, alt: alts[index] ?? '' }));
}
