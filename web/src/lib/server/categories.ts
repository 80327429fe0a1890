import { AUDIENCES } from '#lib/administration.ts';

export const CATEGORY_FIELDS = ['slug', 'name', 'description', 'order', 'colour', 'read', 'post'] as const;

const audience = (text: string) => AUDIENCES.find((one) => one === text) ?? 'everyone';

/** The places of categories in lists, which leave room for others between them. */
const STEP = 10;

/** An order in which one of the items stands before or after its neighbour. */
export function moved(items: string[], item: string, by: -1 | 1): string[] {
	const at = items.indexOf(item);
	const neighbour = items[at + by];
	if (at < 0 || neighbour === undefined) {
		return items;
	}
	return items.map((one) => (one === item ? neighbour : one === neighbour ? item : one));
}

/** The categories whose place changes when they stand in another order; those that it does not name follow. */
export function newOrders(known: { slug: string; order: number }[], slugs: string[]): { slug: string; order: number }[] {
	const place = (slug: string) => (slugs.includes(slug) ? slugs.indexOf(slug) : slugs.length);
	return [...known]
		.sort((one, other) => place(one.slug) - place(other.slug))
		.map(({ slug, order }, index) => ({ slug, order: (index + 1) * STEP, before: order }))
		.filter(({ order, before }) => order !== before)
		.map(({ slug, order }) => ({ slug, order }));
}

/** Reads a category from its form. Without a number or a colour the API's own stay. */
export function categoryOf(form: Record<(typeof CATEGORY_FIELDS)[number], string>) {
	return {
		slug: form.slug,
		name: form.name,
		description: form.description,
		read: audience(form.read),
		post: audience(form.post),
		...(form.order ? { order: Number(form.order) } : {}),
		...(form.colour ? { colour: form.colour } : {})
	};
}
