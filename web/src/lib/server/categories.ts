import { AUDIENCES } from '#lib/administration.ts';

export const CATEGORY_FIELDS = ['slug', 'name', 'description', 'order', 'colour', 'read', 'post'] as const;

const audience = (text: string) => AUDIENCES.find((one) => one === text) ?? 'everyone';

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
