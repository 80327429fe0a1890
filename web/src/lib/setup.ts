/** A category of a new forum. */
export interface FirstCategory {
	slug: string;
	name: string;
	description?: string;
}

/** Makes a name usable in addresses. */
export function slugOf(name: string): string {
	return name
		.normalize('NFKD')
		.replace(/ß/g, 'ss')
		.replace(/[\u0300-\u036f]/g, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-+|-+$/g, '')
		.slice(0, 40);
}

/** Reads categories from lines of the form "name: description". Slugs are unique. */
export function firstCategories(text: string): FirstCategory[] {
	const taken = new Set<string>();
	const categories: FirstCategory[] = [];
	for (const line of text.split('\n')) {
		const [name = '', ...rest] = line.split(':').map((part) => part.trim());
		if (!name) {
			continue;
		}
		const base = slugOf(name) || 'category';
		let slug = base;
		for (let number = 2; taken.has(slug); number++) {
			slug = `${base}-${number}`;
		}
		taken.add(slug);
		const description = rest.join(': ');
		categories.push({ slug, name, ...(description ? { description } : {}) });
	}
	return categories;
}
