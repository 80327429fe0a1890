import { withColours } from './code.ts';
import { withPlaces } from './media.ts';
import { withFolds } from './quotes.ts';

/** The HTML of a text as pages show it, with tables that scroll by keyboard; `removed` stands for pictures that are gone, in the reader's language. */
export function prose(html: string | null | undefined, removed: string): string {
	return withFolds(withColours(withPlaces(html, removed))).replaceAll('<table>', '<table tabindex="0">');
}
