import type { RequestEvent } from '@sveltejs/kit';
import type { Usages } from '#lib/usage.ts';

/** Reads the usage of the reader's tokens and apps; without an answer, pages do not show it. */
export async function readUsages(event: RequestEvent): Promise<Usages> {
	const { data } = await event.locals.api.gateway.GET('/api/v1/users/me/usage');
	return Object.fromEntries((data?.data ?? []).map((usage) => [usage.id, usage]));
}
