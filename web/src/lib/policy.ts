import type { components } from '#lib/server/api/generated/moderation.d.ts';

type Schemas = components['schemas'];

export type Terms = Schemas['PolicyTerms'];

/** A policy with its terms, which lists leave out. */
export type Policy = Schemas['PolicyView'] & { terms: Terms };

export type Rule = Schemas['PolicyRule'];

export type Thresholds = Schemas['Thresholds'];

export const POLICY_STATUSES = ['active', 'draft', 'retired'] as const;

export const EFFECTS = ['flag', 'hold', 'remove', 'lock', 'limit', 'ask'] as const;

export const MODEL_USES = ['always', 'asked', 'never'] as const;

export const MODEL_KINDS = ['moderation', 'chat'] as const;

/** The categories of harm that models rate. */
export const HARMS = [
	'harassment',
	'harassment/threatening',
	'hate',
	'hate/threatening',
	'illicit',
	'illicit/violent',
	'self-harm',
	'self-harm/intent',
	'self-harm/instructions',
	'sexual',
	'sexual/minors',
	'violence',
	'violence/graphic'
] as const;

/** The text fields of a rule's form. */
export const RULE_FIELDS = [
	'name',
	'then',
	'lasting',
	'words',
	'patterns',
	'domains',
	'scripts',
	'linksOver',
	'accountYoungerThan',
	'postsAtLeast',
	'postsFewerThan',
	'postsWithin',
	'repeatsAtLeast',
	'repeatsWords',
	'repeatsWithin',
	'reportsAtLeast',
	'reportsWithin'
] as const;

export type RuleValues = Record<(typeof RULE_FIELDS)[number], string>;

/** A rule with the conditions that it has; the types of the API require all of them. */
type Draft<T> = { [K in keyof T]?: T[K] | null };

const shown = (value: string | number | null | undefined) => (value === null || value === undefined ? '' : String(value));

const listed = (values: string[] | null | undefined) => (values ?? []).join('\n');

/** The values of a form that shows a rule. */
export function valuesOf(rule: { name: string; then: string; lasting?: string | null; when: Draft<Rule['when']> }): RuleValues {
	const { words, patterns, domains, scripts, linksOver, accountYoungerThan, posts, repeats, reports } = rule.when;
	return {
		name: rule.name,
		then: rule.then,
		lasting: rule.then === 'limit' ? shown(rule.lasting) : '',
		words: listed(words),
		patterns: listed(patterns),
		domains: listed(domains),
		scripts: listed(scripts),
		linksOver: shown(linksOver),
		accountYoungerThan: shown(accountYoungerThan),
		postsAtLeast: shown(posts?.atLeast),
		postsFewerThan: shown(posts?.fewerThan),
		postsWithin: shown(posts?.within),
		repeatsAtLeast: shown(repeats?.atLeast),
		repeatsWords: shown(repeats?.words),
		repeatsWithin: shown(repeats?.within),
		reportsAtLeast: shown(reports?.atLeast),
		reportsWithin: shown(reports?.within)
	};
}

const lines = (text: string) =>
	text
		.split('\n')
		.map((line) => line.trim())
		.filter(Boolean);

/** A number of a field; null if it is empty. What is no number becomes null in JSON, too. */
const number = (text: string) => (text.trim() === '' ? null : Number(text));

/** The conditions that the form of a rule has. */
const CONDITIONS = [
	'words',
	'patterns',
	'domains',
	'scripts',
	'linksOver',
	'accountYoungerThan',
	'posts',
	'repeats',
	'reports',
	'categories'
];

/**
 * Returns the rule that a form describes, without the conditions that are left empty. Conditions
 * of the earlier rule that the form does not have stay.
 */
export function ruleOf(values: RuleValues, categories: string[], stop: boolean, earlier?: Rule): Rule {
	const optional = <T>(value: T, isThere: boolean) => (isThere ? value : undefined);
	const posts = { atLeast: number(values.postsAtLeast), fewerThan: number(values.postsFewerThan), within: values.postsWithin };
	const repeats = { atLeast: number(values.repeatsAtLeast), words: number(values.repeatsWords), within: values.repeatsWithin };
	const reports = { atLeast: number(values.reportsAtLeast), within: values.reportsWithin };
	const hasValue = (condition: object) => Object.values(condition).some((value) => value !== null && value !== '');
	const others = Object.entries(earlier?.when ?? {}).filter(([name]) => !CONDITIONS.includes(name));
	const when = {
		...Object.fromEntries(others),
		words: optional(lines(values.words), lines(values.words).length > 0),
		patterns: optional(lines(values.patterns), lines(values.patterns).length > 0),
		domains: optional(lines(values.domains), lines(values.domains).length > 0),
		scripts: optional(lines(values.scripts), lines(values.scripts).length > 0),
		linksOver: number(values.linksOver),
		accountYoungerThan: values.accountYoungerThan || undefined,
		posts: optional(posts, hasValue(posts)),
		repeats: optional(repeats, hasValue(repeats)),
		reports: optional(reports, hasValue(reports)),
		categories: optional(categories, categories.length > 0)
	};
	return withoutNulls({ name: values.name, when, then: values.then, lasting: values.lasting || undefined, stop }) as Rule;
}

/** A document without the properties that have no value. */
export function withoutNulls(value: unknown): unknown {
	if (Array.isArray(value)) {
		return value.map(withoutNulls);
	}
	if (typeof value === 'object' && value !== null) {
		return Object.fromEntries(
			Object.entries(value)
				.filter(([, one]) => one !== null && one !== undefined)
				.map(([name, one]) => [name, withoutNulls(one)])
		);
	}
	return value;
}

/** The document of terms, or of a rule, that people read. */
export function documentOf(terms: Terms | Rule): string {
	return JSON.stringify(withoutNulls(terms), null, 2);
}

/** The rule that a form edits and its place, whichever that is now; without its name the place after the last one. */
export function findRule(rules: Rule[], index: number, name: string): { rule?: Rule | undefined; index: number } {
	const found = rules[index]?.name === name ? index : rules.findIndex((one) => one.name === name);
	return found < 0 ? { index: rules.length } : { rule: rules[found], index: found };
}

/** The rules after one of them has moved by some places; the same ones if it cannot. */
export function moved<T>(rules: T[], index: number, by: number): T[] {
	const rule = rules[index];
	const target = index + by;
	if (rule === undefined || target < 0 || target >= rules.length) {
		return rules;
	}
	const others = rules.toSpliced(index, 1);
	return others.toSpliced(target, 0, rule);
}

const SCORES = ['flagged', 'held', 'removed'] as const;

/** Returns thresholds by categories of harm from the rows of a form; rows without a name are left out. */
export function thresholdsOf(rows: Record<'harm' | (typeof SCORES)[number], string[]>): Record<string, Thresholds> {
	return Object.fromEntries(
		rows.harm
			.map((harm, row) => [
				harm.trim(),
				withoutNulls(Object.fromEntries(SCORES.map((score) => [score, number(rows[score][row] ?? '')]))) as Thresholds
			])
			.filter(([harm]) => harm !== '')
	);
}

/** Reads lines of the form "harassment 0.7" as scores of the model. */
export function scoresOf(text: string): Record<string, number> {
	return Object.fromEntries(
		lines(text).map((line) => {
			const [, harm = line, score = ''] = /^(.*?)[\s:=]+([\d.,]+)$/.exec(line) ?? [];
			return [harm, Number(score.replace(',', '.'))];
		})
	);
}

/** The parts of a change such as "clean-held". */
export function changeOf(name: string): [string, string] {
	const [before = '', after = ''] = name.split('-');
	return [before, after];
}
