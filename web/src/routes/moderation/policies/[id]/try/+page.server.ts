import { readForm } from '#lib/server/forms.ts';
import { categoriesOf, requirePolicy } from '#lib/server/policies.ts';
import { refuse, requireSession } from '#lib/server/problems.ts';
import { scoresOf } from '#lib/policy.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const [{ policy }, categories] = await Promise.all([requirePolicy(event), categoriesOf(event)]);
	return { policy, categories: categories.map(({ id, name }) => ({ value: id, text: name })) };
};

const COUNTS = ['posts', 'copies', 'reports'] as const;

export const actions: Actions = {
	default: async (event) => {
		requireSession(event);
		const values = await readForm(event.request, 'text', 'category', 'accountAge', 'scores', ...COUNTS);
		const { text, category, accountAge, scores } = values;
		const counts = COUNTS.filter((name) => values[name] !== '').map((name) => [name, Number(values[name])]);
		const answer = await event.locals.api.moderation.POST('/api/v1/admin/policies/{id}/try', {
			params: { path: { id: event.params.id } },
			body: {
				text,
				...(category ? { category } : {}),
				...(accountAge ? { accountAge } : {}),
				...Object.fromEntries(counts),
				...(scores.trim() ? { scores: scoresOf(scores) } : {})
			}
		});
		return answer.data ? { trial: answer.data.data, values } : refuse(event, answer, values);
	}
};
