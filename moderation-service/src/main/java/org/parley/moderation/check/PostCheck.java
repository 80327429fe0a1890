package org.parley.moderation.check;

import java.time.Instant;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.moderation.Verdict;
import org.parley.moderation.subject.ContentRevision;
import org.parley.moderation.subject.ModeratedPostReference;
import org.parley.moderation.subject.ModeratedThreadReference;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The check of a post's present content, with its verdict. A post has one: the check of a
 * newer revision replaces it, and the verdict about the older revision is dropped.
 *
 * @param content the content; null if the post was removed or decided about
 * @param textHash a fingerprint that is similar for posts with similar words
 * @param due when a worker can claim it; while claimed, when the claim expires; null when
 * the check is done
 * @param since when the author wrote the content
 * @param arrivedAt when the content arrived
 * @param until when the wait for the model ends and, unless the post is suspected, the
 * check is deleted; null without a verdict
 * @param suspected whether any revision of the post had a finding or was hidden from
 * readers, so that the forum needs the next verdict even if it is clean
 * @param attempts the number of claims
 * @param correlationId the correlation id of the event
 * @param traceparent the trace of the event
 * @param judgement the latest verdict; null without one
 */
@Document("checks")
@CompoundIndex(def = "{'stage': 1, 'due': 1}")
@CompoundIndex(def = "{'stage': 1, 'arrivedAt': 1}", partialFilter = "{'stage': 'FIRST'}")
@CompoundIndex(def = "{'post.author._id': 1, 'since': 1, '_id': 1}")
public record PostCheck(@Id String postId, ModeratedPostReference post, ModeratedThreadReference thread,
		ContentRevision revision, @Nullable String content, String textHash, Stage stage, @Nullable Instant due,
		Instant since, Instant arrivedAt,
		@Indexed(expireAfter = "0s", useGeneratedName = true,
				partialFilter = "{'suspected': false}") @Nullable Instant until,
		boolean suspected, @Nullable String claim, int attempts, String correlationId, @Nullable String traceparent,
		@Nullable Judgement judgement) {

	/** Delays grow with the attempts, up to this multiple of the first delay. */
	private static final int MAX_DELAY_FACTOR = 60;

	/** The check of content that was removed before its text arrived. */
	static PostCheck none(ModeratedPostReference post, ModeratedThreadReference thread, ContentRevision revision,
			Instant now, Instant end) {
		return new PostCheck(post.id(), post, thread, revision, null, "", Stage.DONE, null, now, now, end, false, null,
				0, "", null, null);
	}

	/**
	 * The text to check. The title and the tags are checked together with the first post;
	 * conversations have none.
	 */
	public String text() {
		return text(this.post, this.thread, Objects.requireNonNull(this.content));
	}

	static String text(ModeratedPostReference post, ModeratedThreadReference thread, String content) {
		return (post.opensThread() && !thread.title().isEmpty()) ? thread.heading() + "\n\n" + content : content;
	}

	/**
	 * Whether this check answers for a revision: it is about the same or a later one, and
	 * was not cancelled before its last verdict.
	 */
	boolean covers(ContentRevision other) {
		var isLast = this.judgement != null && this.judgement.isFinal();
		return this.revision.isAfter(other) || (!other.isAfter(this.revision) && (this.content != null || isLast));
	}

	/** Returns a copy with a verdict; without the model's, it waits for the model. */
	PostCheck judged(Judgement given, CheckSettings settings) {
		var suspect = this.suspected || given.verdict() != Verdict.CLEAN;
		var end = (this.until != null) ? this.until : given.at().plus(settings.expiry());
		return given.isFinal() ? done(given, suspect, end) : waiting(given, suspect, end, given.at(), settings);
	}

	/** Returns a copy that waits longer for the model, at most until it expires. */
	PostCheck postponed(Instant now, CheckSettings settings) {
		return waiting(this.judgement, this.suspected, Objects.requireNonNull(this.until), now, settings);
	}

	/**
	 * Returns a copy that no worker claims, because the content was removed or decided.
	 */
	PostCheck cancelled(Instant end) {
		return new PostCheck(this.postId, this.post, this.thread, this.revision, null, this.textHash, Stage.DONE, null,
				this.since, this.arrivedAt, (this.until != null) ? this.until : end, this.suspected, null,
				this.attempts, this.correlationId, this.traceparent, this.judgement);
	}

	private PostCheck waiting(@Nullable Judgement given, boolean suspect, Instant end, Instant now,
			CheckSettings settings) {
		var next = now.plus(settings.again().multipliedBy(Math.clamp(this.attempts, 1, MAX_DELAY_FACTOR)));
		return next.isBefore(end) ? new PostCheck(this.postId, this.post, this.thread, this.revision, this.content,
				this.textHash, Stage.AGAIN, next, this.since, this.arrivedAt, end, suspect, null, this.attempts,
				this.correlationId, this.traceparent, given) : done(given, suspect, end);
	}

	private PostCheck done(@Nullable Judgement given, boolean suspect, Instant end) {
		return new PostCheck(this.postId, this.post, this.thread, this.revision, this.content, this.textHash,
				Stage.DONE, null, this.since, this.arrivedAt, end, suspect, null, this.attempts, this.correlationId,
				this.traceparent, given);
	}

	/** FIRST → AGAIN or DONE; AGAIN → DONE. */
	public enum Stage {

		/** The content has no verdict yet. */
		FIRST,

		/** The content has a verdict by rules and waits for the model. */
		AGAIN,

		/** The content has its last verdict, or needs none. */
		DONE

	}

}
