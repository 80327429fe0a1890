import type { RequestEvent } from '@sveltejs/kit';
import type { AuthoredPost } from '#lib/forum.ts';
import { readQuery } from './forms';
import { categoryNames } from './desk';
import { requireData, type Answer } from './problems';

interface AuthoredPosts {
	data: AuthoredPost[];
	meta: { pagination: { next: string | null; prev: string | null } };
}

/** A page of the replies of a person, the newest first. */
export async function repliesOf(event: RequestEvent, author: string) {
	// The document of the API does not have this list yet.
	const GET = event.locals.api.forum.GET as unknown as (path: string, init: unknown) => Promise<Answer<AuthoredPosts>>;
	const query = { author, ...readQuery(event.url, 'cursor') };
	const page = requireData(event, await GET('/api/v1/posts', { params: { query } }));
	const names = await categoryNames(event, page.data.map(({ category }) => category));
	return { categoryNames: names, replies: page.data.filter(({ number }) => number > 1), ...page.meta.pagination };
}
