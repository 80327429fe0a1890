import type { MessageKey } from './messages/index.ts';

/** A key and its effect; keys after each other are separated by a space. */
export interface Shortcut {
	keys: string;
	text: MessageKey;
	/** Whether only members can use it. */
	member?: boolean;
}

/** The keyboard shortcuts, in the order in which their list shows them; `browser/keys.ts` acts on them. */
export const SHORTCUTS: readonly Shortcut[] = [
	{ keys: '?', text: 'keys.help' },
	{ keys: '/', text: 'keys.search' },
	{ keys: 'j', text: 'keys.next' },
	{ keys: 'k', text: 'keys.previous' },
	{ keys: 'u', text: 'keys.unread', member: true },
	{ keys: 'r', text: 'keys.reply', member: true },
	{ keys: 'c', text: 'keys.new', member: true },
	{ keys: 'g h', text: 'keys.home' },
	{ keys: 'g n', text: 'keys.notifications', member: true },
	{ keys: 'g m', text: 'keys.messages', member: true },
	{ keys: 'g b', text: 'keys.bookmarks', member: true }
];

/** The cookie of a browser whose reader wants no shortcuts; signing out clears every other storage. */
export const OFF = 'parley_keys';

/** The key that its presser means: on a keyboard of another script than Latin, the Latin sign of that key. */
export function keyOf({ key, code, shiftKey }: Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey'>): string {
	const latin = code === 'Slash' ? (shiftKey ? '?' : '/') : code.slice(3).toLowerCase();
	return key > '\u02FF' ? latin : key;
}

/** Reads keys pressed one after the other; `g` begins a shortcut of two. */
export class KeyReader {
	private begun = '';

	/** Returns the shortcut that a key completes, if there is one. */
	read(key: string): string | null {
		const keys = this.begun ? `${this.begun} ${key}` : key;
		this.begun = '';
		if (SHORTCUTS.some((one) => one.keys === keys)) {
			return keys;
		}
		if (SHORTCUTS.some((one) => one.keys.startsWith(`${key} `))) {
			this.begun = key;
		}
		return null;
	}
}
