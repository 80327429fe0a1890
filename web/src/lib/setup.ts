import { nextColour } from '#lib/categories.ts';

/** A category of a new forum, whose slug the API makes of its name. */
export interface FirstCategory {
	name: string;
	description?: string;
	colour: string;
}

/** Reads categories from lines of the form "name: description", in any script. */
export function firstCategories(text: string): FirstCategory[] {
	const categories: FirstCategory[] = [];
	for (const line of text.split(/\r?\n/)) {
		const [, name = '', description] = (/^([^:：]*)[:：]?(.*)$/.exec(line) ?? []).map((part) => part.trim());
		if (!name) {
			continue;
		}
		categories.push({ name, ...(description ? { description } : {}), colour: nextColour(categories.length) });
	}
	return categories;
}

/** The first name that another category has, too; letters count the same in either case. */
export function repeatedName(categories: Pick<FirstCategory, 'name'>[]): string | undefined {
	const keys = categories.map(({ name }) => name.normalize('NFKC').toLowerCase());
	return categories.find((_, place) => keys.indexOf(keys[place] ?? '') < place)?.name;
}
