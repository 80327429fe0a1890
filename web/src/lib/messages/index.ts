import type { Forms } from '#lib/plurals.ts';
import type en from './en.json';

/** The languages, each with its own name for itself and a file of messages. */
export const LANGUAGES = {
	de: 'Deutsch',
	en: 'English',
	es: 'Español',
	fr: 'Français',
	pt: 'Português (Brasil)',
	tr: 'Türkçe',
	ar: 'العربية',
	ja: '日本語'
} as const;

export type Language = keyof typeof LANGUAGES;

export type MessageKey = keyof typeof en;

type Texts = Record<MessageKey, string | Forms>;

/** A test compares all files with English. */
const TEXTS = import.meta.glob<Texts>('./*.json', { eager: true, import: 'default' });

export type Translator = (key: MessageKey, values?: Record<string, string | number>) => string;

export function isLanguage(text: string | undefined): text is Language {
	return text !== undefined && Object.hasOwn(LANGUAGES, text);
}

/** Whether there is a message for a key, for example for the code of a problem. */
export function isMessage(key: string): key is MessageKey {
	return Object.hasOwn(textsOf('en'), key);
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

function textsOf(language: Language): Texts {
	const texts = TEXTS[`./${language}.json`];
	if (!texts) {
		throw new Error(`There are no messages in ${language}`);
	}
	return texts;
}

/** Returns the forms of a message, each still with its `{names}`. */
export function formsOf(language: Language, key: MessageKey): Forms {
	const message = textsOf(language)[key];
	return typeof message === 'string' ? { other: message } : message;
}

const translators = new Map<Language, Translator>();

/**
 * Returns the messages of a language. Values replace `{names}`; `count` selects the form. Each
 * component of a page asks, and the formats take longer to create than to use.
 */
export function translator(language: Language): Translator {
	const known = translators.get(language) ?? createTranslator(language);
	translators.set(language, known);
	return known;
}

const numberFormats = new Map<Language, Intl.NumberFormat>();

/** The format of numbers in a language. */
export function numberFormat(language: Language): Intl.NumberFormat {
	const format = numberFormats.get(language) ?? new Intl.NumberFormat(language);
	numberFormats.set(language, format);
	return format;
}

function createTranslator(language: Language): Translator {
	const texts = textsOf(language);
	const numbers = numberFormat(language);
	const plurals = new Intl.PluralRules(language);
	return (key, values = {}) => {
		const message = texts[key];
		const form =
			typeof message === 'string' ? message : (message[plurals.select(Number(values.count))] ?? message.other);
		return form.replace(/\{(\w+)\}/g, (_, name: string) => {
			const value = values[name];
			return typeof value === 'number' ? numbers.format(value) : (value ?? '');
		});
	};
}
