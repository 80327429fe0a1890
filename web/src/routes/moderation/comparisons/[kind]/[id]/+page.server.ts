import { readQuery } from '#lib/server/forms.ts';
import { comparisonKind } from '#lib/server/comparisons.ts';
import { outcome, requireData, requireSession } from '#lib/server/problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireSession(event);
	const kind = comparisonKind(event);
	const { moderation } = event.locals.api;
	const path = { id: event.params.id };
	const query = readQuery(event.url, 'cursor');
	if (kind === 'replays') {
		const [run, samples] = await Promise.all([
			moderation.GET('/api/v1/admin/replays/{id}', { params: { path } }),
			moderation.GET('/api/v1/admin/replays/{id}/samples', { params: { path, query } })
		]);
		const { data } = requireData(event, run);
		const page = requireData(event, samples);
		return { kind, run: { ...data, running: data.status === 'running' }, samples: page.data, ...page.meta.pagination };
	}
	const [run, samples] = await Promise.all([
		moderation.GET('/api/v1/admin/shadow-runs/{id}', { params: { path } }),
		moderation.GET('/api/v1/admin/shadow-runs/{id}/samples', { params: { path, query } })
	]);
	const page = requireData(event, samples);
	return { kind, run: requireData(event, run).data, samples: page.data, ...page.meta.pagination };
};

export const actions: Actions = {
	default: async (event) => {
		requireSession(event);
		const { moderation } = event.locals.api;
		const params = { path: { id: event.params.id } };
		const answer =
			comparisonKind(event) === 'replays'
				? await moderation.POST('/api/v1/admin/replays/{id}/cancel', { params })
				: await moderation.POST('/api/v1/admin/shadow-runs/{id}/stop', { params });
		return outcome(event, answer, 'policy.stopped');
	}
};
