package org.parley.moderation.check;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.parley.moderation.place.PostLocation;
import org.parley.moderation.subject.ContentRevision;
import org.parley.moderation.subject.ModeratedPostReference;
import org.parley.moderation.subject.ModeratedThreadReference;
import org.parley.platform.web.RequestOrigin;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A scheduled check of a post's present content. A post has at most one: the check of a
 * newer revision replaces it, and the verdict about the older revision is dropped.
 *
 * @param postId the post's id
 * @param post the post
 * @param thread its thread
 * @param revision the revision to check
 * @param content the content to check
 * @param stage first or repeated check
 * @param due when a worker can claim it; while claimed, when the claim expires
 * @param since when the content arrived
 * @param until when a repeated check is given up; null for a first check
 * @param claim the id of the present claim
 * @param attempts the number of claims
 * @param correlationId the correlation id of the event
 * @param traceparent the trace of the event
 */
@Document("checks")
public record PostCheck(@Id String postId, ModeratedPostReference post, ModeratedThreadReference thread,
		ContentRevision revision, String content, Stage stage, Instant due, Instant since, @Nullable Instant until,
		@Nullable String claim, int attempts, String correlationId, @Nullable String traceparent) {

	/** The text to check. The title is checked together with the first post. */
	String text() {
		return this.post.opensThread() ? this.thread.title() + "\n\n" + this.content : this.content;
	}

	/** Returns a copy with the post at another location. */
	PostCheck movedTo(PostLocation location) {
		return new PostCheck(this.postId, location.post(), location.thread(), this.revision, this.content, this.stage,
				this.due, this.since, this.until, this.claim, this.attempts, this.correlationId, this.traceparent);
	}

	RequestOrigin origin() {
		return RequestOrigin.of(this.correlationId, this.traceparent);
	}

	/** Whether the content has a verdict. */
	public enum Stage {

		/** The content has no verdict yet. */
		FIRST,
		/** The content has a verdict by rules and waits for the model. */
		AGAIN

	}

}
