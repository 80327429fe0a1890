import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { isReaction, repostOf, repostText, VISIBILITIES, type SocialComment, type SocialPerson, type SocialPost, type Subject } from '#lib/social.ts';
import { translator } from '#lib/messages/index.ts';
import { chosen, texts, useKey } from './forms';
import { describe } from './media';
import { hideFromRobots } from './pages';
import { promptly } from './promptly';
import { refuse, requireAuthor, requireData, requireSession } from './problems';
import { currentSettings } from './settings';

const MOST_LEADERS = 5;

/** The address of a post, or of a comment on its post. */
export function addressOf(subject: { id: string; postId?: string }): string {
	return subject.postId
		? `/social/posts/${subject.postId}?comment=${subject.id}#comment-${subject.id}`
		: `/social/posts/${subject.id}`;
}

/**
 * The kind in an address.
 * @throws the error page 404 for any other word
 */
export function subjectKind(event: RequestEvent): Subject {
	const { kind } = event.params;
	if (kind !== 'posts' && kind !== 'comments') {
		error(404, { message: translator(event.locals.language)('error.404.text') });
	}
	return kind;
}

/** A post or a comment with its entity tag. */
export type Found =
	| { kind: 'posts'; subject: SocialPost; tag: string }
	| { kind: 'comments'; subject: SocialComment; tag: string };

/** Returns the post or the comment of a page for signed-in readers. */
export async function requireSubject(event: RequestEvent): Promise<Found> {
	requireSession(event);
	hideFromRobots(event);
	const { social } = event.locals.api;
	const params = { path: { id: event.params.id ?? '' } };
	if (subjectKind(event) === 'posts') {
		const answer = await social.GET('/api/v1/social/posts/{id}', { params });
		return { kind: 'posts', subject: requireData(event, answer).data, tag: tagOf(answer) };
	}
	const answer = await social.GET('/api/v1/social/comments/{id}', { params });
	return { kind: 'comments', subject: requireData(event, answer).data, tag: tagOf(answer) };
}

/** Returns the post or the comment of a page that only its author uses. */
export async function requireOwnSubject(event: RequestEvent): Promise<Found> {
	const found = await requireSubject(event);
	requireAuthor(event, found.subject.author, found.kind === 'posts' ? 'social-post.forbidden' : 'social-comment.forbidden');
	return found;
}

function tagOf({ response }: { response: Response }): string {
	return response.headers.get('etag') ?? '';
}

export function visibilityOf(text: string): (typeof VISIBILITIES)[number] {
	return VISIBILITIES.find((one) => one === text) ?? 'public';
}

/** Publishes what a composer sent, and leads to the page with it. */
export async function publish(event: RequestEvent, back: string) {
	requireSession(event);
	const form = await event.request.formData();
	const { key, ...values } = texts(form, 'key', 'text', 'visibility', 'repost');
	const media = chosen(form, 'media');
	const alts = chosen(form, 'alt');
	const given = { key, ...values, media: media.join('\n'), alt: alts.join('\n') };
	const undescribed = await describe(event, media, alts);
	if (undescribed) {
		return refuse(event, undescribed, given);
	}
	const answer = await event.locals.api.social.POST('/api/v1/social/posts', {
		params: { header: { 'Idempotency-Key': useKey(event, key) } },
		body: {
			text: values.repost ? repostText(values.text, values.repost, currentSettings().publicUrl.origin) : values.text,
			visibility: visibilityOf(values.visibility),
			...(media.length ? { media } : {})
		}
	});
	if (!answer.data) {
		return refuse(event, answer, given);
	}
	redirect(303, `${back}#post-${answer.data.data.id}`);
}

/**
 * Reads the posts that posts show, by their ids. Each reader has what the API gives them: a post that
 * they may not see, or that is gone, is missing.
 */
export async function repostsOf(event: RequestEvent, posts: SocialPost[]): Promise<Record<string, SocialPost>> {
	const { origin } = currentSettings().publicUrl;
	const ids = [...new Set(posts.flatMap((post) => repostOf(post.html, origin)?.id ?? []))];
	const answers = await Promise.all(
		ids.map((id) => promptly(event.locals.api.social.GET('/api/v1/social/posts/{id}', { params: { path: { id } } }), null))
	);
	return Object.fromEntries(answers.flatMap((answer) => answer?.data?.data ?? []).map((post) => [post.id, post]));
}

/** Returns the people whose posts were liked most this week; none if that takes long. */
export async function leadersOfWeek(event: RequestEvent): Promise<SocialPerson[]> {
	const request = event.locals.api.social.GET('/api/v1/social/leaderboard', { params: { query: { window: 'week' } } });
	const answer = await promptly(request, null);
	return answer?.data?.data.slice(0, MOST_LEADERS).map((one) => one.person) ?? [];
}

/** Sets or withdraws the reader's reaction, as a form of a post or a comment asks. */
export async function react(event: RequestEvent) {
	requireSession(event);
	const form = await event.request.formData();
	const { comment, kind, unset } = texts(form, 'comment', 'kind', 'unset');
	const { social } = event.locals.api;
	const post = event.params.id ?? '';
	const params = { path: { id: comment || post } };
	const body = { kind: isReaction(kind) ? kind : ('like' as const) };
	const answer = comment
		? unset
			? await social.DELETE('/api/v1/social/comments/{id}/reaction', { params })
			: await social.PUT('/api/v1/social/comments/{id}/reaction', { params, body })
		: unset
			? await social.DELETE('/api/v1/social/posts/{id}/reaction', { params })
			: await social.PUT('/api/v1/social/posts/{id}/reaction', { params, body });
	if (!answer.response.ok) {
		return refuse(event, answer, { text: '', replyTo: '', key: '' });
	}
	redirect(303, comment ? addressOf({ id: comment, postId: post }) : addressOf({ id: post }));
}
