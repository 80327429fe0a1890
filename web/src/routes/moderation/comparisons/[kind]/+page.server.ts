import { readQuery } from '#lib/server/forms.ts';
import { comparisonKind } from '#lib/server/comparisons.ts';
import { requireData, requireSession } from '#lib/server/problems.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireSession(event);
	const kind = comparisonKind(event);
	const { moderation } = event.locals.api;
	const params = { query: readQuery(event.url, 'cursor') };
	if (kind === 'replays') {
		const page = requireData(event, await moderation.GET('/api/v1/admin/replays', { params }));
		return {
			kind,
			runs: page.data.map((one) => ({ ...one, running: one.status === 'running' })),
			...page.meta.pagination
		};
	}
	const page = requireData(event, await moderation.GET('/api/v1/admin/shadow-runs', { params }));
	return { kind, runs: page.data, ...page.meta.pagination };
};
