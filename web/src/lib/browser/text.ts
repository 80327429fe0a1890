/** Writing in a text area, without the page. */

/** Whether a key chooses or ends what an input method composes; Safari ends it just before the key, which has this code. */
export const composes = ({ isComposing, keyCode }: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean => isComposing || keyCode === 229;

/** The text with a quotation of a post at its end, as the forum links it. */
export function withQuote(
	text: string,
	quoted: string,
	author: { username: string; post: string },
	says: string
): string {
	const lines = quoted
		// Spaces before the first word may make it code.
		.replace(/^(?:[ \t\r]*\n)+/, '')
		.trimEnd()
		// Pictures belong to the one who uploaded them.
		.replace(/!\[((?:[^\]\\]|\\.)*)\]\(media:[^)]*\)/gs, '$1')
		.split('\n')
		.map((line) => `> ${line}`.trimEnd());
	const begun = text.trimEnd();
	return `${begun}${begun ? '\n\n' : ''}> [@${author.username} ${says}](/posts/${author.post})\n>\n${lines.join('\n')}\n\n`;
}

/** What the server takes of one text, in bytes; the rest of the 256 KiB that a form may have is for its other fields. */
const MOST = 250 * 1024;

/** Whether a text is larger than the server takes, by its bytes in JSON. */
export function isTooLarge(text: string): boolean {
	return text.length * 6 > MOST && new Blob([JSON.stringify(text)]).size > MOST;
}

/** A name that is being written after @, or that of an emoji with the colon before it. */
export interface BegunMention {
	start: number;
	prefix: string;
}

/** The mention or the emoji that ends at the cursor, if there is one. */
export function begunMention(text: string, cursor: number): BegunMention | null {
	const before = text.slice(0, cursor);
	// People write the name that they see, which may be of any script.
	const prefix = (/(?:^|[^A-Za-z0-9_@/.-])[@\uFF20]([\p{L}\p{M}\p{N}_-]{0,30})$/u.exec(before) ?? /(?:^|\s)(:[\p{L}_-]{2,30})$/u.exec(before))?.[1];
	return prefix === undefined ? null : { start: cursor - prefix.length, prefix };
}

/** The commas of keyboards. */
const COMMAS = /[,\u060C\u3001\uFF0C]/;

/** The tag that ends at the cursor, in a list with commas, if one is begun. */
export function begunTag(text: string, cursor: number): BegunMention | null {
	const prefix = text.slice(0, cursor).split(COMMAS).at(-1)?.trimStart() ?? '';
	return prefix ? { start: cursor - prefix.length, prefix } : null;
}

/** Replaces a begun tag; returns the text and where the cursor belongs, after a comma. */
export function completeTag(text: string, begun: BegunMention, tag: string): { text: string; cursor: number } {
	const rest = text.slice(begun.start + begun.prefix.length).replace(/^[^,\u060C\u3001\uFF0C]*[,\u060C\u3001\uFF0C]?\s*/, '');
	const before = `${text.slice(0, begun.start)}${tag}, `;
	return { text: before + rest, cursor: before.length };
}

/**
 * The known names that begin with the prefix, and those that were found by it, at most five; what follows a space
 * explains, and the longest one explains best.
 */
export function suggestions(known: string[], found: string[], prefix: string): string[] {
	const begun = prefix.toLowerCase();
	const suggested = new Map<string, string>();
	for (const name of [...known.filter((one) => one.toLowerCase().startsWith(begun)), ...found]) {
		const word = wordOf(name);
		if (word !== prefix && name.length > (suggested.get(word)?.length ?? 0)) {
			suggested.set(word, name);
		}
	}
	return [...suggested.values()].slice(0, 5);
}

/** Whether what is written is itself one of the suggestions, so that a key which ends a word chooses no other one. */
export function isWhole(known: string[], found: string[], prefix: string): boolean {
	return [...known, ...found].some((name) => wordOf(name).toLowerCase() === prefix.toLowerCase());
}

/** What a suggestion writes: the part before its explanation. */
export const wordOf = (name: string): string => name.split(' ')[0] ?? '';

/** Replaces a begun mention; returns the text and where the cursor belongs. */
export function complete(
	text: string,
	mention: BegunMention,
	name: string
): { text: string; cursor: number } {
	const end = mention.start + mention.prefix.length;
	const before = text.slice(0, mention.start) + name;
	const after = text.slice(end);
	const space = after && !after.startsWith('\n') ? '' : ' ';
	return { text: before + space + after, cursor: before.length + space.length };
}

/** Whether a place is in a fenced block of code. */
export const isCode = (text: string, at: number): boolean => (text.slice(0, at).match(/^ {0,3}(?:`{3}|~{3})/gm) ?? []).length % 2 === 1;

/** The beginning of an item of a list, with its number and its box. */
const ITEM = /^( *)(?:([-*+])|(\d{1,4})([.)]))( +)(\[[ x]\] +)?/i;

/** Begins the next item of the list in which the cursor is, or ends the list after an empty one; null outside of lists. */
export function nextItem(text: string, cursor: number): { text: string; cursor: number } | null {
	const start = text.lastIndexOf('\n', cursor - 1) + 1;
	const end = `${text}\n`.indexOf('\n', cursor);
	const line = text.slice(start, end);
	const [marker = '', indent = '', bullet, number, sign = '', space = '', box] = ITEM.exec(line) ?? [];
	if (!marker || cursor < start + marker.length || isCode(text, start)) {
		return null;
	}
	if (line.length === marker.length) {
		return { text: text.slice(0, start) + text.slice(end), cursor: start };
	}
	const next = `\n${indent}${bullet ?? Number(number) + 1}${sign}${space}${box ? '[ ] ' : ''}`;
	return { text: text.slice(0, cursor) + next + text.slice(cursor).replace(/^ +/, ''), cursor: cursor + next.length };
}

/** A selected text as a link to an address that is pasted over it; null if it is none. */
export function withLink(selected: string, address: string): string | null {
	const isWord = selected.trim() !== '' && !/\n|^https?:/i.test(selected);
	const isLink = isWord && /^https?:\/\/\S+$/i.test(address);
	return isLink ? `[${selected}](${/[()]/.test(address) ? `<${address}>` : address})` : null;
}
