import { requireData } from '#lib/server/problems.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { operations } = event.locals.api;
	const { data, meta } = requireData(event, await operations.GET('/api/v1/admin/dead-letters'));
	const services = await Promise.all(
		data.map(async ({ service, letters, more }) => {
			const outbox = await operations.GET('/api/v1/admin/{service}/outbox', {
				params: { path: { service } }
			});
			return { service, letters: letters.length, more, outbox: outbox.data?.data ?? null };
		})
	);
	return { services, missing: meta.missing };
};
