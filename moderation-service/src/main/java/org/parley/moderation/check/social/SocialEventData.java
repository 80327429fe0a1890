package org.parley.moderation.check.social;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.moderation.cases.CaseGrounds;
import org.parley.moderation.subject.AuthorReference;
import org.parley.moderation.subject.ContentRevision;
import org.parley.moderation.subject.ModeratedThreadReference;
import org.parley.moderation.subject.QuotedText;
import org.parley.moderation.subject.SocialPlace;

/** The data of social events. */
final class SocialEventData {

	private SocialEventData() {
	}

	/**
	 * A post was published or edited.
	 *
	 * @param restored whether moderation shows the same text again
	 */
	record PostWritten(WrittenPost post, @Nullable Boolean restored) {

		boolean isRestored() {
			return Boolean.TRUE.equals(this.restored);
		}

	}

	/**
	 * A post.
	 *
	 * @param text the text in Markdown; empty for pictures alone
	 * @param everybody whether everybody may see it; absent in events from before checks
	 */
	record WrittenPost(String id, AuthorReference author, @Nullable String text, @Nullable Boolean everybody,
			long version) {

		/** Whether checks may read the text. */
		boolean isChecked() {
			return Boolean.TRUE.equals(this.everybody) && this.text != null && !this.text.isBlank();
		}

		ModeratedThreadReference place() {
			return SocialPlace.of(this.id, this.author, true);
		}

	}

	/**
	 * A comment was written or edited.
	 *
	 * @param restored whether moderation shows the same text again
	 */
	record CommentWritten(WrittenComment comment, CommentedPost post, @Nullable Boolean restored) {

		/** Whether checks read the text. */
		boolean isChecked() {
			return this.post.isForEverybody() && this.comment.text() != null && !Boolean.TRUE.equals(this.restored);
		}

	}

	/**
	 * A comment.
	 *
	 * @param text the text in Markdown
	 */
	record WrittenComment(String id, AuthorReference author, @Nullable String text, long version) {
	}

	/**
	 * A commented post.
	 *
	 * @param everybody whether everybody may see it; absent in events from before checks
	 */
	record CommentedPost(String id, AuthorReference author, @Nullable Boolean everybody) {

		boolean isForEverybody() {
			return Boolean.TRUE.equals(this.everybody);
		}

		ModeratedThreadReference place() {
			return SocialPlace.of(this.id, this.author, isForEverybody());
		}

	}

	/**
	 * A post was deleted or hidden.
	 *
	 * @param hidden whether moderation hides it
	 */
	record PostGone(Identified post, @Nullable Boolean hidden, long version) {
	}

	/**
	 * A comment was deleted or hidden.
	 *
	 * @param hidden whether moderation hides it
	 */
	record CommentGone(Identified comment, @Nullable Boolean hidden, long version) {
	}

	/** A post, comment or person. */
	record Identified(String id) {
	}

	/**
	 * A person has made their account private or public.
	 *
	 * @param privateAccount whether it is private now
	 */
	record AccountChanged(Identified person, boolean privateAccount) {
	}

	/**
	 * A reader has reported a post or comment.
	 *
	 * @param reported the post or comment
	 * @param context what surrounds a comment; absent in events from before cases
	 */
	record ReportFiled(FiledReason report, ReportedContent reported, @Nullable List<ContextText> context) {

		CaseGrounds grounds() {
			var author = this.reported.author();
			var everybody = Boolean.TRUE.equals(this.reported.everybody());
			var place = SocialPlace.of(this.reported.postId(), author, everybody);
			var text = (this.reported.text() != null) ? this.reported.text() : "";
			return new CaseGrounds(SocialPlace.unnumbered(this.reported.id(), author), place,
					new ContentRevision(this.reported.version(), 0), text, null,
					List.of("report/" + this.report.reason()));
		}

		List<QuotedText> quoted() {
			return (this.context != null) ? this.context.stream().map(ContextText::quoted).toList() : List.of();
		}

	}

	/**
	 * A report.
	 *
	 * @param reason a stable code
	 */
	record FiledReason(String reason) {
	}

	/**
	 * A reported post or comment.
	 *
	 * @param postId the post; of a comment, the commented one
	 * @param text the text at the time of the report
	 * @param everybody whether everybody may see it
	 * @param version the version at that time
	 */
	record ReportedContent(String id, String postId, AuthorReference author, @Nullable String text,
			@Nullable Boolean everybody, long version) {
	}

	/**
	 * A text next to the reported comment.
	 *
	 * @param text the text in Markdown
	 * @param createdAt when it was written
	 */
	record ContextText(String id, AuthorReference author, @Nullable String text, Instant createdAt) {

		QuotedText quoted() {
			return new QuotedText(this.id, null, this.author, this.text, this.createdAt);
		}

	}

}
