package org.parley.moderation.appeal;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.moderation.ContentReference;
import org.parley.moderation.cases.CaseGrounds;
import org.parley.moderation.statement.Appeal;
import org.parley.moderation.statement.AppealStatus;
import org.parley.moderation.statement.Restriction;
import org.parley.moderation.statement.Statement;
import org.parley.moderation.statement.StatementStatus;

/**
 * A statement of reasons as the author reads it. It names neither a person nor a place
 * that the author may no longer read.
 *
 * @param kind {@code post}, {@code message}, {@code social-post} or
 * {@code social-comment}
 * @param postId the restricted post, message or comment
 * @param postNumber its position in the thread or conversation; null for a social post or
 * comment
 * @param threadId its thread; null unless it is a post of the forum
 * @param conversationId its conversation; null unless it is a message
 * @param socialPostId the social post or, of a comment, the commented one; else null
 * @param contentVersion the version of the post that the decision is about
 * @param content the content of that version
 * @param title the title of the thread then; null unless the post opened it
 * @param tags the keys of the thread's tags then, {@code java} for {@code Java}; null
 * unless the post opened it
 * @param replacement the text after a moderator's edit; null for other decisions
 * @param restriction what follows for the author, for all readers and places
 * @param until when a limit or a ban ends or was lifted; null for a permanent one
 * @param source {@code report} after a reader's report, or that of a check
 * @param automated whether a check decided, without a moderator
 * @param engine {@code rules}, or the model of the last check; null without a check
 * @param policyVersion the policy of the last check; null without a check
 * @param reasons the violated rules as stable codes, the most severe first
 * @param note the moderator's explanation
 * @param issuedAt when the decision was made
 * @param endedAt when the restriction ended
 * @param liftNote the moderator's note about its end
 * @param appealUntil until when the author can appeal
 * @param appeal the author's appeal
 * @param version grows with every change
 */
record StatementView(String id, String kind, String postId, @Nullable Integer postNumber, @Nullable String threadId,
		@Nullable String conversationId, @Nullable String socialPostId, long contentVersion, String content,
		@Nullable String title, @Nullable List<String> tags, @Nullable String replacement, Restriction restriction,
		@Nullable Instant until, String source, boolean automated, @Nullable String engine,
		@Nullable Long policyVersion, List<String> reasons, @Nullable String note, StatementStatus status,
		Instant issuedAt, @Nullable Instant endedAt, @Nullable String liftNote, Instant appealUntil,
		@Nullable FiledAppeal appeal, long version) {

	static StatementView of(Statement source) {
		var grounds = source.grounds();
		var measure = source.measure();
		var finding = grounds.finding();
		var place = Place.of(grounds);
		return new StatementView(source.id(), place.kind(), grounds.post().id(), place.number(), place.threadId(),
				place.conversationId(), place.socialPostId(), grounds.revision().post(), grounds.content(),
				source.title(), source.tags(), measure.text(), measure.restriction(), measure.until(),
				measure.reported() ? "report" : "automatic", source.isAutomated(),
				(finding != null) ? finding.engine() : null, (finding != null) ? finding.policyVersion() : null,
				grounds.reasons(), measure.note(), source.status(), source.issuedAt(), source.endedAt(),
				source.liftNote(), source.appealUntil(), source.appeal().map(FiledAppeal::of).orElse(null),
				source.version());
	}

	/** The content that the decision is about; the fields of other kinds are null. */
	private record Place(String kind, @Nullable Integer number, @Nullable String threadId,
			@Nullable String conversationId, @Nullable String socialPostId) {

		static Place of(CaseGrounds grounds) {
			return switch (grounds.reference()) {
				case ContentReference.PostContent post ->
					new Place("post", grounds.post().number(), post.placeId(), null, null);
				case ContentReference.MessageContent message ->
					new Place("message", grounds.post().number(), null, message.placeId(), null);
				case ContentReference.SocialContent social ->
					new Place("social-" + social.content().kind(), null, null, null, social.placeId());
			};
		}

	}

	/**
	 * An appeal as its author reads it.
	 *
	 * @param text the author's reasons
	 * @param note the moderator's note
	 */
	record FiledAppeal(String text, AppealStatus status, Instant filedAt, Instant answerBy,
			@Nullable Instant answeredAt, @Nullable String note) {

		static FiledAppeal of(Appeal source) {
			var answer = source.answer();
			return new FiledAppeal(source.text(), source.status(), source.filedAt(), source.answerBy(),
					(answer != null) ? answer.at() : null, (answer != null) ? answer.note() : null);
		}

	}

}
