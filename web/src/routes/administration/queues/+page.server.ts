import { requireData } from '#lib/server/problems.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { operations } = event.locals.api;
	const [letters, outboxes] = await Promise.all([
		operations.GET('/api/v1/admin/dead-letters'),
		operations.GET('/api/v1/admin/outboxes')
	]);
	const { data, meta } = requireData(event, letters);
	const waiting = new Map(outboxes.data?.data.map((one) => [one.service, one]));
	const services = data.map(({ service, letters, more }) => ({
		service,
		letters: letters.length,
		more,
		outbox: waiting.get(service) ?? null
	}));
	return { services, missing: meta.missing };
};
