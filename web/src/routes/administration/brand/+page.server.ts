import { ACCENT, KINDS, linksOf } from '#lib/brand.ts';
import { readForm } from '#lib/server/forms.ts';
import { outcome, refuse, requireData, requireSession } from '#lib/server/problems.ts';
import { findSite, forgetSite } from '#lib/server/site.ts';
import type { Actions, PageServerLoad } from './$types';

/** Corners in pixels; that of the style sheet is `null`. */
const RADII = [0, 4, null, 14] as const;

export const load: PageServerLoad = async (event) => {
	const { api } = event.locals;
	const [answer, { brand, pictures }] = await Promise.all([api.auth.GET('/api/v1/setup'), findSite(api)]);
	const latest = requireData(event, answer).data.forum ?? brand;
	return { brand: latest, tag: answer.response.headers.get('etag') ?? '', pictures, radii: RADII, kinds: KINDS };
};

export const actions: Actions = {
	picture: async (event) => {
		requireSession(event);
		const form = await event.request.formData();
		const file = form.get('file');
		const content = file instanceof File ? Buffer.from(await file.arrayBuffer()).toString('base64') : '';
		const answer = await event.locals.api.auth.PUT('/api/v1/admin/brand/images/{kind}', {
			params: { path: { kind: String(form.get('kind')) } },
			body: { content }
		});
		forgetSite();
		if (!answer.response.ok) {
			const refused = refuse(event, answer, {});
			const { content, ...fields } = refused.data.refusal.fields;
			// The text of a post has this name, too.
			refused.data.refusal.fields = content ? { ...fields, picture: content } : fields;
			return refused;
		}
		return { done: 'settings.saved' as const };
	},
	remove: async (event) => {
		requireSession(event);
		const { kind } = await readForm(event.request, 'kind');
		const answer = await event.locals.api.auth.DELETE('/api/v1/admin/brand/images/{kind}', { params: { path: { kind } } });
		forgetSite();
		return outcome(event, answer, 'settings.saved');
	},
	save: async (event) => {
		requireSession(event);
		const { tag, ...values } = await readForm(event.request, 'tag', 'name', 'tagline', 'welcome', 'accent', 'radius', 'links');
		const { name, tagline, welcome, accent } = values;
		const radius = RADII.find((one) => String(one) === values.radius) ?? null;
		const links = linksOf(values.links);
		const answer = await event.locals.api.auth.PUT('/api/v1/admin/brand', {
			params: { header: tag ? { 'If-Match': tag } : {} },
			body: {
				name,
				...(tagline.trim() ? { tagline } : {}),
				...(welcome.trim() ? { welcome } : {}),
				...(accent && accent.toLowerCase() !== ACCENT ? { accent } : {}),
				...(radius === null ? {} : { radius }),
				...(links.length ? { links } : {})
			}
		});
		if (!answer.response.ok) {
			return refuse(event, answer, values);
		}
		forgetSite();
		return { done: 'settings.saved' as const };
	}
};
