package org.parley.moderation.cases.review;

import java.util.List;

import org.parley.moderation.cases.ModerationCase;
import org.parley.moderation.subject.AuthorReference;
import org.parley.moderation.subject.QuotedText;
import org.parley.moderation.subject.SocialPlace;
import org.parley.moderation.subject.SocialReference;

/**
 * The social post or comment of a case as moderators see it.
 *
 * @param kind {@code post} or {@code comment}
 * @param postId the post; of a comment, the commented one
 * @param everybody whether everybody could see the post; moderators see no other one
 * @param context of a reported comment, its post and up to five comments before and after
 * it, oldest first; empty in lists
 */
record SocialCaseView(String kind, String id, String postId, AuthorReference author, boolean everybody,
		List<QuotedText> context) {

	static SocialCaseView of(SocialReference content, ModerationCase source, boolean isFull) {
		return new SocialCaseView(content.kind(), content.id(), content.postId(), content.author(),
				source.categoryId().equals(SocialPlace.PUBLIC.id()), isFull ? source.context() : List.of());
	}

}
