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
 * A post whose present content is to be checked. Each has one at most: newer content
 * takes its place, and whoever checked the older finds that nobody waits for that.
 *
 * @param postId the post's id
 * @param post which post
 * @param thread where
 * @param revision which content of it
 * @param content what it says
 * @param stage for the first time, or again
 * @param due when; while it is being checked, when whoever does so is taken for dead
 * @param since when it was told
 * @param until when nobody waits for it any more; null for the first time
 * @param claim of whoever checks it
 * @param attempts how often somebody began
 * @param correlationId what it goes back to
 * @param traceparent the trace that it belongs to
 */
@Document("checks")
record PostCheck(@Id String postId, ModeratedPostReference post, ModeratedThreadReference thread,
		ContentRevision revision, String content, Stage stage, Instant due, Instant since, @Nullable Instant until,
		@Nullable String claim, int attempts, String correlationId, @Nullable String traceparent) {

	/** What the check looks at: the title belongs to the post that opens a thread. */
	String text() {
		return this.post.opensThread() ? this.thread.title() + "\n\n" + this.content : this.content;
	}

	/** The same where its post is by now. */
	PostCheck at(PostLocation place) {
		return new PostCheck(this.postId, place.post(), place.thread(), this.revision, this.content, this.stage,
				this.due, this.since, this.until, this.claim, this.attempts, this.correlationId, this.traceparent);
	}

	RequestOrigin origin() {
		return RequestOrigin.of(this.correlationId, this.traceparent);
	}

	/** Whether it waits for a verdict, or has one that a model has not seen. */
	enum Stage {

		/** There is no verdict yet. */
		FIRST,
		/** Rules alone have decided. */
		AGAIN

	}

}
