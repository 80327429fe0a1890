import { AUDIENCES } from '#lib/administration.ts';
import type { Category } from '#lib/forum.ts';
import { moderates, type Moderated } from './desk.ts';
import { chosen } from './forms.ts';
import type { Session } from './session.ts';

export const CATEGORY_FIELDS = ['slug', 'name', 'description', 'order', 'colour', 'read', 'post'] as const;

/** The groups that may read and post, too. */
export interface CategoryGroups {
	readGroups: string[];
	postGroups: string[];
}

/** Reads the groups from the form of a category. */
export function groupsOf(form: FormData): CategoryGroups {
	return { readGroups: chosen(form, 'readGroups'), postGroups: chosen(form, 'postGroups') };
}

/** Whether somebody may begin threads in a category that they read. A guest may after the sign-in, if members may. */
export function mayPost({ slug, post, postGroups }: Pick<Category, 'slug' | 'post' | 'postGroups'>, user: Session['user'] | null | undefined, moderated: Moderated): boolean {
	const role = user?.roles.includes('admin') ? 'admins' : moderates(moderated, slug) ? 'moderators' : 'members';
	return AUDIENCES.indexOf(post) <= AUDIENCES.indexOf(role) || postGroups.some((group) => user?.groups.includes(group));
}

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

/**
 * The categories whose place changes when they stand in another order; those that it does not name follow. As few
 * as possible change, because each change is a request.
 */
export function newOrders(known: { slug: string; order: number }[], slugs: string[]): { slug: string; order: number }[] {
	const place = (slug: string) => (slugs.includes(slug) ? slugs.indexOf(slug) : slugs.length);
	const wanted = [...known].sort((one, other) => place(one.slug) - place(other.slug));
	const kept = longestRise(wanted.map((one) => known.indexOf(one)));
	const orders = wanted.map(({ order }, index) => (kept.has(index) ? order : null));
	const opposite = [...orders].reverse().map((order) => (order === null ? null : -order));
	const upwards = placed(orders);
	const downwards = placed(opposite).reverse().map((order) => -order);
	const [fewer = []] = [upwards, downwards]
		.map((places) => wanted.map(({ slug, order }, index) => ({ slug, order: places[index] ?? order })))
		.map((places) => places.filter(({ order }, index) => order !== wanted[index]?.order))
		.sort((one, other) => one.length - other.length);
	return fewer;
}

/** Orders that rise: those without one get it between their neighbours, which give way upwards if there is no room. */
function placed(orders: (number | null)[]): number[] {
	const places: number[] = [];
	orders.forEach((order, index) => {
		const before = places.at(-1) ?? -Infinity;
		const own = order ?? between(orders, index);
		const isKept = order !== null && before === orders[index - 1] && own === before;
		places.push(own > before || isKept ? own : before + STEP);
	});
	return places;
}

/** The places of the longest part of some numbers that rises. */
function longestRise(numbers: number[]): Set<number> {
	const rises: number[][] = [];
	numbers.forEach((number, index) => {
		const before = rises.filter((rise) => (numbers[rise.at(-1) ?? 0] ?? 0) < number);
		rises.push([...(before.sort((one, other) => other.length - one.length)[0] ?? []), index]);
	});
	return new Set(rises.sort((one, other) => other.length - one.length)[0]);
}

/** The order of one without an order among its neighbours; NaN if there is no room. */
function between(orders: (number | null)[], index: number): number {
	const first = orders.findLastIndex((order, at) => at < index && order !== null);
	const last = orders.findIndex((order, at) => at > index && order !== null);
	const low = orders[first] ?? null;
	const high = orders[last] ?? null;
	if (low === null || high === null) {
		return low !== null ? low + (index - first) * STEP : (high ?? 0) - (last - index) * STEP;
	}
	const room = (high - low) / (last - first);
	return room < 1 ? NaN : Math.floor(low + room * (index - first));
}

/** Reads a category and its groups from its form. Without a slug, a number or a colour the API's own stay. */
export function categoryOf(form: Record<(typeof CATEGORY_FIELDS)[number], string>, groups: CategoryGroups) {
	return {
		...groups,
		name: form.name,
		description: form.description,
		read: audience(form.read),
		post: audience(form.post),
		...(form.slug ? { slug: form.slug } : {}),
		...(form.order ? { order: Number(form.order) } : {}),
		...(form.colour ? { colour: form.colour } : {})
	};
}
