/** An emoji of the data that Unicode gives for a language. */
export interface Emoji {
	emoji: string;
	annotation: string;
	shortcodes: string[];
	tags: string[];
	order: number;
}

type Data = Promise<{ default: Emoji[] }>;

const english = () => import('emoji-picker-element-data/en/cldr/data.json') as unknown as Data;

/** Languages of which the data has names; those of English are known everywhere. */
const DATA: Record<string, () => Data> = {
	de: () => import('emoji-picker-element-data/de/cldr/data.json') as unknown as Data,
	en: english,
	es: () => import('emoji-picker-element-data/es/cldr/data.json') as unknown as Data,
	fr: () => import('emoji-picker-element-data/fr/cldr/data.json') as unknown as Data,
	ja: () => import('emoji-picker-element-data/ja/cldr/data.json') as unknown as Data,
	pt: () => import('emoji-picker-element-data/pt/cldr/data.json') as unknown as Data
};

/** The most emoji that are suggested. */
const MOST = 5;

/** Finds emoji whose name begins with a text, and then those with such a word, each before its name. */
export async function findEmoji(language: string, text: string): Promise<string[]> {
	const own = DATA[language] ? rank(await DATA[language](), text) : [];
	const found = own.length < MOST && language !== 'en' ? [...own, ...rank(await english(), text)] : own;
	const distinct = new Map<string, string>();
	for (const { emoji, annotation } of found) {
		distinct.set(emoji, distinct.get(emoji) ?? `${emoji} ${annotation}`);
	}
	return [...distinct.values()].slice(0, MOST);
}

function rank({ default: all }: Awaited<Data>, text: string): Emoji[] {
	const begun = text.toLowerCase().replaceAll('-', '_');
	if (!begun) {
		return [];
	}
	const named = all.filter(({ shortcodes }) => shortcodes.some((one) => one.startsWith(begun)));
	const tagged = all.filter((one) => one.tags.some((tag) => tag.startsWith(begun)) && !named.includes(one));
	return [...named, ...tagged].slice(0, MOST);
}
