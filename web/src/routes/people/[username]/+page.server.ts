import { requireData } from '#lib/server/problems.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { auth, forum } = event.locals.api;
	const { username } = event.params;
	const path = { username };
	const cursor = event.url.searchParams.get('cursor');
	const [profile, member, threads] = await Promise.all([
		auth.GET('/api/v1/users/{username}', { params: { path } }),
		forum.GET('/api/v1/members/{username}', { params: { path } }),
		forum.GET('/api/v1/threads', {
			params: { query: { author: username, sort: 'newest', ...(cursor ? { cursor } : {}) } }
		})
	]);
	return {
		profile: requireData(event, profile).data,
		// Someone who has not written yet may be unknown to the forum.
		reputation: member.data?.data.reputation ?? 0,
		threads: threads.data?.data ?? [],
		next: threads.data?.meta.pagination.next ?? null,
		prev: threads.data?.meta.pagination.prev ?? null
	};
};
