import type { RequestEvent } from '@sveltejs/kit';
import type { KnownCategories } from '#lib/categories.ts';
import { listOf } from '#lib/forum.ts';
import type { Api } from './api/client';
import { Memory } from './memory';
import type { Session } from './session';

/** An appointment shows within a minute, because every page of every member asks. */
const appointments = new Memory<string[]>(60_000, 10_000);

/** The categories that readers of the same roles and groups may read. Names and rights are never older than this. */
const categories = new Memory<KnownCategories>(2_000, 100);
const tags = new Memory<string[]>(2_000, 100);

/** The categories that somebody moderates: all by role, or those of appointments by their slugs. */
export type Moderated = 'all' | string[];

export async function moderated(api: Api, { user }: Session, now = Date.now()): Promise<Moderated> {
	if (user.roles.includes('moderator')) {
		return 'all';
	}
	const load = async () => {
		const { data } = await api.forum.GET('/api/v1/categories', { params: { query: { moderated: true } } });
		return data?.data.map(({ slug }) => slug);
	};
	return (await appointments.find(() => user.id, load, now)) ?? [];
}

/** Whether somebody moderates a category. */
export function moderates(categories: Moderated, slug: string): boolean {
	return categories === 'all' || categories.includes(slug);
}

/** The roles and groups of a reader, which decide on the categories that they may read. */
function rightsOf({ session }: App.Locals): string {
	return session ? [session.user.roles, session.user.groups].map((names) => names.toSorted().join()).join(';') : 'guest';
}

/** The categories that somebody may read; those of a page at once. */
export async function knownCategories(
	{ locals }: Pick<RequestEvent, 'locals'>,
	slugs: string[] = [],
	now = Date.now()
): Promise<KnownCategories> {
	const load = async () => {
		const { data } = await locals.api.forum.GET('/api/v1/categories');
		const roles = locals.session?.user.roles ?? [];
		return data && Object.fromEntries(data.data.map((one) => [one.slug, { name: one.name, colour: one.colour, post: one.post, postGroups: one.postGroups, list: listOf(one, roles) }]));
	};
	const suffices = (known: KnownCategories) => slugs.every((slug) => Object.hasOwn(known, slug));
	return (await categories.find(() => rightsOf(locals), load, now, suffices)) ?? {};
}

/** Call it after a change of a category, so that the next page shows it. */
export function forgetCategories(): void {
	categories.forget();
}

/** The most used tags of the threads that somebody may read. */
export async function usedTags({ locals }: Pick<RequestEvent, 'locals'>, now = Date.now()): Promise<string[]> {
	const load = async () => {
		const { data } = await locals.api.forum.GET('/api/v1/tags', { params: { query: { limit: 12 } } });
		return data?.data.map(({ tag }) => tag);
	};
	return (await tags.find(() => rightsOf(locals), load, now)) ?? [];
}
