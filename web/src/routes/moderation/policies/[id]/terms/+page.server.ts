import { boxes, chosen, texts } from '#lib/server/forms.ts';
import { categoriesOf, requireDraft, storeTerms } from '#lib/server/policies.ts';
import { requireSession } from '#lib/server/problems.ts';
import { documentOf, HARMS, MODEL_KINDS, MODEL_USES, thresholdsOf, type Terms } from '#lib/policy.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const [found, categories] = await Promise.all([requireDraft(event), categoriesOf(event)]);
	return { ...found, document: documentOf({ ...found.policy.terms, rules: [] }), categories: categories.map(({ id, name }) => ({ id, name })) };
};

/** The thresholds of a form's rows, whose fields begin with a prefix. */
function rowsOf(form: FormData, prefix: string) {
	return thresholdsOf({
		harm: chosen(form, `${prefix}harm`),
		flagged: chosen(form, `${prefix}flagged`),
		held: chosen(form, `${prefix}held`),
		removed: chosen(form, `${prefix}removed`)
	});
}

/**
 * Returns the differences of forum categories, after the choice of those whose texts stay in the
 * house. A place that the form cannot list stays as it is.
 */
function categoriesWith(terms: Terms, listed: string[], kept: string[]): Terms['categories'] {
	const others = Object.entries(terms.categories ?? {}).filter(([id]) => !listed.includes(id));
	const changed: Record<string, unknown> = Object.fromEntries(others);
	for (const id of listed) {
		const { thresholds } = terms.categories?.[id] ?? {};
		if (thresholds || kept.includes(id)) {
			changed[id] = { ...(thresholds ? { thresholds } : {}), ...(kept.includes(id) ? { model: false } : {}) };
		}
	}
	return changed as Terms['categories'];
}

export const actions: Actions = {
	default: async (event) => {
		requireSession(event);
		const form = await event.request.formData();
		const { tag, model, modelKind, age } = texts(form, 'tag', 'model', 'modelKind', 'age');
		const [{ policy }, listed] = await Promise.all([requireDraft(event), categoriesOf(event)]);
		const { newcomers, ...others } = policy.terms;
		const terms: Terms = {
			...others,
			model: MODEL_USES.find((one) => one === model) ?? 'always',
			modelKind: MODEL_KINDS.find((one) => one === modelKind) ?? 'moderation',
			harmsOff: HARMS.filter((harm) => !chosen(form, 'harms').includes(harm)),
			thresholds: rowsOf(form, '') as Terms['thresholds'],
			otherwise: rowsOf(form, 'otherwise-').otherwise ?? policy.terms.otherwise,
			categories: categoriesWith(
				policy.terms,
				listed.map(({ id }) => id),
				chosen(form, 'kept')
			),
			...(age ? { newcomers: { ...newcomers, age, thresholds: rowsOf(form, 'newcomers-') } } : {})
		} as Terms;
		const rows = Object.fromEntries(['', 'otherwise-', 'newcomers-'].map((prefix) => [`${prefix}rows`, JSON.stringify(rowsOf(form, prefix))]));
		return storeTerms(event, tag, { terms }, { model, modelKind, age, ...boxes(form, 'harms', 'kept'), ...rows });
	}
};
