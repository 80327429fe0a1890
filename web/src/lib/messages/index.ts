import de from './de.json';
import en from './en.json';

export const LANGUAGES = { en: 'English', de: 'Deutsch' } as const;

export type Language = keyof typeof LANGUAGES;

export type MessageKey = keyof typeof en;

type Texts = Record<MessageKey, string | { one: string; other: string }>;

/** Every language has every message; the compiler says which one is missing. */
const TEXTS: Record<Language, Texts> = { en, de };

export type Translator = (key: MessageKey, values?: Record<string, string | number>) => string;

export function isLanguage(text: string | undefined): text is Language {
	return text !== undefined && Object.hasOwn(LANGUAGES, text);
}

/** Whether there is a message for a key, for example for the code of a problem. */
export function isMessage(key: string): key is MessageKey {
	return Object.hasOwn(en, key);
}

/** Returns the chosen language, else the first one of the browser that there is, else English. */
export function negotiate(chosen: string | undefined, accepted: string | null): Language {
	if (isLanguage(chosen)) {
		return chosen;
	}
	const wanted = (accepted ?? '')
		.split(',')
		.map((part) => {
			const [tag = '', quality] = part.trim().split(/;\s*q=/);
			return { language: tag.toLowerCase().split('-')[0], quality: quality ? Number(quality) : 1 };
		})
		.filter((one) => one.quality > 0)
		.sort((one, other) => other.quality - one.quality);
	for (const { language } of wanted) {
		if (isLanguage(language)) {
			return language;
		}
	}
	return 'en';
}

/** The languages that are written from right to left and that somebody may add. */
const RIGHT_TO_LEFT = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** Returns the direction of a language, as the attribute `dir` has it. */
export function directionOf(language: string): 'ltr' | 'rtl' {
	return RIGHT_TO_LEFT.has(language) ? 'rtl' : 'ltr';
}

const translators = new Map<Language, Translator>();

/**
 * Returns the messages of a language. Values replace `{names}`; `count` selects the plural. Each
 * component of a page asks, and the formats take longer to create than to use.
 */
export function translator(language: Language): Translator {
	const known = translators.get(language) ?? createTranslator(language);
	translators.set(language, known);
	return known;
}

function createTranslator(language: Language): Translator {
	const numbers = new Intl.NumberFormat(language);
	const plurals = new Intl.PluralRules(language);
	return (key, values = {}) => {
		const message = TEXTS[language][key];
		const form =
			typeof message === 'string'
				? message
				: message[plurals.select(Number(values.count)) === 'one' ? 'one' : 'other'];
		return form.replace(/\{(\w+)\}/g, (_, name: string) => {
			const value = values[name];
			return typeof value === 'number' ? numbers.format(value) : (value ?? '');
		});
	};
}
