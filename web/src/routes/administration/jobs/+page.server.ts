import { readForm, useKey } from '#lib/server/forms.ts';
import { outcome, requireAdministrator, requireData } from '#lib/server/problems.ts';
import { scheduleText } from '#lib/server/schedules.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const overview = requireData(event, await event.locals.api.operations.GET('/api/v1/admin/jobs'));
	const jobs = overview.data.map((job) => ({ ...job, schedule: scheduleText(event.locals.language, job.schedule) }));
	return { jobs, missing: overview.meta.missing, key: crypto.randomUUID() };
};

export const actions: Actions = {
	default: async (event) => {
		requireAdministrator(event);
		const { service, name, key } = await readForm(event.request, 'service', 'name', 'key');
		const answer = await event.locals.api.operations.POST('/api/v1/admin/{service}/jobs/{name}/runs', {
			params: { path: { service, name }, header: { 'Idempotency-Key': useKey(event, key) } }
		});
		return outcome(event, answer, 'administration.jobStarted');
	}
};
