/** How many colours letters are shown on; `app.css` has them. */
export const COLOURS = 12;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Scripts whose names are short words without spaces, or whose letters join: one letter is enough. */
const ONE = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Arabic}\p{Script=Thai}]/u;

function firstOf(word: string): string {
	const [first] = graphemes.segment(word);
	return first?.segment.toLocaleUpperCase('en') ?? '';
}

/** The letters in place of a picture: the first of the first and of the last word of a name. */
export function lettersOf({ displayName, username }: { displayName: string; username: string }): string {
	const words = (displayName || username).split(/[^\p{L}\p{M}\p{N}\p{Emoji_Presentation}\u200d\ufe0f]+/u).filter(Boolean);
	const [first = '?'] = words;
	const last = words.length > 1 ? words.at(-1) : undefined;
	return last && !ONE.test(first) && !ONE.test(last) ? firstOf(first) + firstOf(last) : firstOf(first);
}

/** The number of a person's colour, which a new displayed name does not change. */
export function colourOf({ username }: { username: string }): number {
	let hash = 0x811c9dc5;
	for (const letter of username.toLowerCase()) {
		hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
	}
	return (hash >>> 0) % COLOURS;
}
