package org.parley.moderation.cases;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.moderation.ContentReference;
import org.parley.contracts.moderation.Verdict;
import org.parley.moderation.place.PostLocation;
import org.parley.moderation.subject.ContentRevision;
import org.parley.moderation.subject.ModeratedPostReference;
import org.parley.moderation.subject.ModeratedThreadReference;
import org.parley.moderation.subject.SocialReference;

/**
 * The post of a case and the reasons for the case.
 *
 * @param finding the finding of the last check; null without a check
 * @param reasons stable codes, the most severe first
 */
public record CaseGrounds(ModeratedPostReference post, ModeratedThreadReference thread, ContentRevision revision,
		String content, @Nullable CheckFinding finding, List<String> reasons) {

	/** Returns a copy with the post at another location. */
	CaseGrounds movedTo(PostLocation location) {
		return new CaseGrounds(location.post(), location.thread(), this.revision, this.content, this.finding,
				this.reasons);
	}

	/** Returns a copy with more reasons. */
	CaseGrounds withReasons(List<String> more) {
		var all = Stream.concat(this.reasons.stream(), more.stream()).distinct().toList();
		return new CaseGrounds(this.post, this.thread, this.revision, this.content, this.finding, all);
	}

	/** Returns a copy with the text of other grounds and its title, if it is later. */
	CaseGrounds withLaterText(CaseGrounds other) {
		return other.revision.isAfter(this.revision) ? new CaseGrounds(this.post, this.thread.titled(other.thread),
				other.revision, other.content, this.finding, this.reasons) : this;
	}

	/** The reference to the post in events. */
	public ContentReference reference() {
		return this.post.in(this.thread);
	}

	/** The social post or comment; null for a post of the forum. */
	public @Nullable SocialReference social() {
		return (reference() instanceof ContentReference.SocialContent social)
				? new SocialReference(social.content().kind(), social.id(), social.placeId(), this.post.author())
				: null;
	}

	/** Whether the content is a message. */
	public boolean isMessage() {
		return reference() instanceof ContentReference.MessageContent;
	}

	/** Whether the content is a post of the forum. */
	public boolean isPost() {
		return reference() instanceof ContentReference.PostContent;
	}

	/** The verdict of the last check; null without a check. */
	public @Nullable Verdict verdict() {
		return (this.finding != null) ? this.finding.verdict() : null;
	}

	/**
	 * The finding of a check.
	 *
	 * @param engine {@code rules}, or the name of the model
	 * @param locks whether the thread was locked; null if it was not
	 * @param limitedUntil until when later texts of the author are held; null if they are
	 * not
	 */
	public record CheckFinding(Verdict verdict, String engine, long policyVersion, @Nullable Boolean locks,
			@Nullable Instant limitedUntil) {
	}

}
