/** The forms of a message with a count, by the plural categories of its language. */
export type Forms = { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>;

/** Joins forms to one text, which the attribute of an element can have. */
export function joinForms({ other, ...forms }: Forms): string {
	return [...Object.entries(forms).map(([category, form]) => `${category}:${form}`), other].join('|');
}

/** Returns the form of a joined text for a count. */
export function formOf(joined: string, language: string, count: number): string {
	const forms = joined.split('|');
	const category = `${new Intl.PluralRules(language).select(count)}:`;
	return forms.find((form) => form.startsWith(category))?.slice(category.length) ?? forms.at(-1) ?? '';
}
