import type { HTMLInputAttributes } from 'svelte/elements';

/**
 * The `maxlength` that lets every text of so many characters through. The services count characters
 * as people see them, of at most sixteen UTF-16 code units, which browsers count.
 */
export const longest = (characters: number): number => 16 * characters;

/** The content of a text area that has a text: browsers leave out a line break at its beginning. */
export const areaOf = (text: unknown): string => String(text ?? '').replace(/^(?=\r?\n)/, '\n');

/**
 * A mail address. Browsers refuse addresses of other scripts in fields of type `email`; what is one
 * says the server, which receives it as it was typed.
 */
export const MAIL = {
	type: 'text',
	inputmode: 'email',
	autocomplete: 'email',
	autocapitalize: 'none',
	spellcheck: false,
	maxlength: 254
} as const satisfies HTMLInputAttributes;

/** A username. */
export const USERNAME = {
	autocapitalize: 'none',
	spellcheck: false,
	minlength: 3,
	maxlength: 34,
	// The form of usernames in auth-service; spaces of keyboards and the sign of mentions are left out when they are read.
	pattern: '\\s*@?[A-Za-z0-9_\\-]{3,30}\\s*'
} as const satisfies HTMLInputAttributes;
