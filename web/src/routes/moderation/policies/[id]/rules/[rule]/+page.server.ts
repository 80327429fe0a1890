import { error } from '@sveltejs/kit';
import { boxes, chosen, texts } from '#lib/server/forms.ts';
import { categoriesOf, requireDraft, storeTerms } from '#lib/server/policies.ts';
import { requireSession } from '#lib/server/problems.ts';
import { translator } from '#lib/messages/index.ts';
import { findRule, RULE_FIELDS, ruleOf, valuesOf } from '#lib/policy.ts';
import type { Actions, PageServerLoad } from './$types';

/** The place of a rule in its policy; null for a new one. */
function indexOf(rule: string): number | null {
	return /^\d{1,3}$/.test(rule) ? Number(rule) : null;
}

export const load: PageServerLoad = async (event) => {
	const [{ policy, tag }, categories] = await Promise.all([requireDraft(event), categoriesOf(event)]);
	const index = indexOf(event.params.rule);
	const rule = index === null ? undefined : policy.terms.rules[index];
	// A refused form stays, even if its rule is gone.
	if (!rule && event.params.rule !== 'new' && event.request.method === 'GET') {
		error(404, { message: translator(event.locals.language)('error.404.text') });
	}
	return {
		policy,
		tag,
		index: index ?? -1,
		values: valuesOf(rule ?? { name: '', then: 'flag', when: {} }),
		chosen: rule?.when.categories ?? [],
		stop: rule?.stop === true,
		categories: categories.map(({ id, name }) => ({ id, name }))
	};
};

export const actions: Actions = {
	default: async (event) => {
		requireSession(event);
		const form = await event.request.formData();
		const { tag, ...values } = texts(form, 'tag', 'earlier', ...RULE_FIELDS);
		const [{ policy }, categories] = await Promise.all([requireDraft(event), categoriesOf(event)]);
		const { rule: earlier, index } = findRule(policy.terms.rules, indexOf(event.params.rule) ?? -1, values.earlier);
		// A place that the form cannot list stays.
		const others = (earlier?.when.categories ?? []).filter((one) => !categories.some(({ id }) => id === one));
		const rule = ruleOf(values, [...chosen(form, 'categories'), ...others], form.has('stop'), earlier);
		const rules = policy.terms.rules.toSpliced(index, 1, rule);
		return storeTerms(event, tag, { terms: { ...policy.terms, rules } }, { ...values, ...boxes(form, 'categories', 'stop') });
	}
};
