/** A category of a new forum, whose slug the API makes of its name. */
export interface FirstCategory {
	name: string;
	description?: string;
}

/** Reads categories from lines of the form "name: description", in any script. */
export function firstCategories(text: string): FirstCategory[] {
	const categories: FirstCategory[] = [];
	for (const line of text.split(/\r?\n/)) {
		const [, name = '', description] = (/^([^:：]*)[:：]?(.*)$/.exec(line) ?? []).map((part) => part.trim());
		if (!name) {
			continue;
		}
		categories.push({ name, ...(description ? { description } : {}) });
	}
	return categories;
}
