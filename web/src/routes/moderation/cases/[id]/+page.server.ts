import { banEnd, DECISIONS } from '#lib/moderation.ts';
import { translator } from '#lib/messages/index.ts';
import { subjectOf } from '#lib/subjects.ts';
import { readForm, useKey } from '#lib/server/forms.ts';
import { outcome, requireData, requireSession } from '#lib/server/problems.ts';
import type { Actions, PageServerLoad } from './$types';

/** The API has no findings and reports of one post, so the latest ones are searched. */
const LATEST = 100;

export const load: PageServerLoad = async (event) => {
	requireSession(event);
	const { auth, forum, moderation } = event.locals.api;
	const { id } = event.params;
	const answer = await moderation.GET('/api/v1/admin/cases/{id}', { params: { path: { id } } });
	const found = requireData(event, answer).data;
	const query = { limit: LATEST };
	const { post, thread } = found;
	const path = { username: subjectOf(found, translator(event.locals.language)).author?.username ?? '' };
	const [posts, incidents, reports, appeals, notes, profile, member] = await Promise.all([
		post && thread
			? forum.GET('/api/v1/threads/{id}/posts', {
					params: { path: { id: thread.id }, query: { around: post.number, limit: 5 } }
				})
			: null,
		moderation.GET('/api/v1/admin/incidents', { params: { query } }),
		forum.GET('/api/v1/admin/reports', { params: { query } }),
		moderation.GET('/api/v1/admin/appeals', { params: { query } }),
		moderation.GET('/api/v1/admin/cases/{id}/notes', { params: { path: { id }, query } }),
		path.username ? auth.GET('/api/v1/users/{username}', { params: { path } }) : null,
		path.username ? forum.GET('/api/v1/members/{username}', { params: { path } }) : null
	]);
	return {
		found,
		tag: answer.response.headers.get('etag') ?? '',
		posts: posts?.data?.data ?? [],
		incidents: (incidents.data?.data ?? []).filter((one) => one.caseId === id),
		reports: (reports.data?.data ?? []).filter((one) => one.post.id === post?.id),
		appeal: (appeals.data?.data ?? []).find((one) => one.caseId === id) ?? null,
		notes: notes.data?.data ?? [],
		key: crypto.randomUUID(),
		author: profile?.data
			? { ...profile.data.data, reputation: member?.data?.data.reputation ?? 0 }
			: null
	};
};

export const actions: Actions = {
	claim: async (event) => {
		requireSession(event);
		const { tag } = await readForm(event.request, 'tag');
		const answer = await event.locals.api.moderation.POST('/api/v1/admin/cases/{id}/claim', {
			params: { path: { id: event.params.id }, header: { 'If-Match': tag } }
		});
		return outcome(event, answer, 'moderation.claimed');
	},
	release: async (event) => {
		requireSession(event);
		const { tag } = await readForm(event.request, 'tag');
		const answer = await event.locals.api.moderation.POST('/api/v1/admin/cases/{id}/release', {
			params: { path: { id: event.params.id }, header: { 'If-Match': tag } }
		});
		return outcome(event, answer, 'moderation.released');
	},
	note: async (event) => {
		requireSession(event);
		const { key, text } = await readForm(event.request, 'key', 'text');
		const answer = await event.locals.api.moderation.POST('/api/v1/admin/cases/{id}/notes', {
			params: {
				path: { id: event.params.id },
				header: { 'Idempotency-Key': useKey(event, key) }
			},
			body: { text }
		});
		return outcome(event, answer, 'moderation.noted', { text });
	},
	reverse: async (event) => {
		requireSession(event);
		const { note } = await readForm(event.request, 'note');
		const answer = await event.locals.api.moderation.POST('/api/v1/admin/cases/{id}/reverse', {
			params: { path: { id: event.params.id } },
			body: note ? { note } : ({} as { note: string })
		});
		return outcome(event, answer, 'moderation.reversed', { note });
	},
	edit: async (event) => {
		requireSession(event);
		const { tag, ...values } = await readForm(event.request, 'tag', 'content', 'note');
		const answer = await event.locals.api.moderation.POST('/api/v1/admin/cases/{id}/decide', {
			params: { path: { id: event.params.id }, header: { 'If-Match': tag } },
			body: {
				decision: 'edit',
				text: values.content,
				...(values.note ? { note: values.note } : {})
			}
		});
		return outcome(event, answer, 'moderation.decided', values);
	},
	decide: async (event) => {
		requireSession(event);
		const { tag, ...values } = await readForm(event.request, 'tag', 'decision', 'note', 'days');
		const decision = DECISIONS.find((one) => one === values.decision) ?? '';
		const until = decision === 'ban' ? banEnd(values.days) : null;
		const answer = await event.locals.api.moderation.POST('/api/v1/admin/cases/{id}/decide', {
			params: { path: { id: event.params.id }, header: { 'If-Match': tag } },
			body: {
				decision,
				...(values.note ? { note: values.note } : {}),
				...(until ? { until } : {})
			}
		});
		return outcome(event, answer, 'moderation.decided', values);
	}
};
