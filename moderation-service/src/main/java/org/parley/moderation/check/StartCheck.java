package org.parley.moderation.check;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.parley.moderation.check.PostCheck.Stage;
import org.parley.moderation.subject.ContentEdited;
import org.parley.moderation.subject.ContentRevision;
import org.parley.moderation.subject.ModeratedPostReference;
import org.parley.moderation.subject.ModeratedThreadReference;
import org.parley.platform.domain.Ids;
import org.parley.platform.messaging.EventEnvelope;
import org.parley.platform.mongo.cluster.ClusterLoops;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Starts the check of a new revision. Without the model the acceptable text of a visible
 * post gets its verdict at once; all other texts wait for a worker. Repeated events
 * change nothing.
 */
@Component
public class StartCheck {

	private final PostChecks postChecks;

	private final EvaluatePost evaluatePost;

	private final ApplicationEventPublisher publisher;

	private final ClusterLoops checkLoops;

	private final UnitOfWork unitOfWork;

	private final InstantSource clock;

	private final Consumer<List<StartedCheck>> lastStep = this::store;

	StartCheck(PostChecks postChecks, EvaluatePost evaluatePost, ApplicationEventPublisher publisher,
			ClusterLoops checkLoops, UnitOfWork unitOfWork, InstantSource clock) {
		this.postChecks = postChecks;
		this.evaluatePost = evaluatePost;
		this.publisher = publisher;
		this.checkLoops = checkLoops;
		this.unitOfWork = unitOfWork;
		this.clock = clock;
	}

	/**
	 * Starts a check, together with the others of a batch of events.
	 * @param hidden whether readers cannot see the post
	 */
	public void start(ModeratedPostReference post, ModeratedThreadReference thread, ContentRevision contentRevision,
			String content, boolean hidden, EventEnvelope event) {
		var text = new WrittenText(contentRevision, content, this.clock.instant(), hidden);
		start(post, thread, text, false, event);
	}

	/**
	 * Starts the check of a first post whose title or tags another person has changed.
	 * Rules about what else its author wrote look at the time when the author wrote it.
	 */
	public void startRetitled(ModeratedPostReference post, ModeratedThreadReference thread, ContentRevision revision,
			String content, EventEnvelope event) {
		var known = this.postChecks.find(post.id());
		var writtenAt = known.isEmpty() ? Ids.timeOf(post.id())
				: known.filter((check) -> check.revision().post() == revision.post()).map(PostCheck::since);
		start(post, thread, new WrittenText(revision, content, writtenAt.orElseGet(this.clock::instant), false), false,
				event);
	}

	/**
	 * Starts the check of a text that everybody may see now, unless it was checked. Rules
	 * about what else its author wrote look at the time when it was written.
	 */
	public void startOpened(ModeratedPostReference post, ModeratedThreadReference thread, WrittenText text,
			EventEnvelope event) {
		if (this.postChecks.find(post.id()).filter((known) -> known.covers(text.revision())).isEmpty()) {
			start(post, thread, text, true, event);
		}
	}

	private void start(ModeratedPostReference post, ModeratedThreadReference thread, WrittenText text, boolean again,
			EventEnvelope event) {
		var now = this.clock.instant();
		var submission = this.evaluatePost.submission(PostCheck.text(post, thread, text.content()), post, thread,
				text.writtenAt());
		var postCheck = new PostCheck(post.id(), post, thread, text.revision(), text.content(),
				submission.fingerprint(), Stage.FIRST, now, text.writtenAt(), now, null, text.hidden(), null, 0,
				event.correlationid(), event.traceparent(), null);
		var judgement = text.hidden() ? null : this.evaluatePost.evaluateAtOnce(postCheck, submission).orElse(null);
		this.unitOfWork.atEnd(new StartedCheck(postCheck, judgement, again), this.lastStep);
	}

	private void store(List<StartedCheck> started) {
		var waiting = this.postChecks.storeAll(started);
		if (!waiting.isEmpty()) {
			this.unitOfWork.afterCommit(this.checkLoops::signal);
		}
		for (var one : started) {
			var check = one.postCheck();
			if (check.revision().isAfter(ContentRevision.FIRST)) {
				this.publisher.publishEvent(new ContentEdited(check.postId(), check.revision(), check.thread(),
						Objects.requireNonNull(check.content())));
			}
			if (one.judgement() != null && !waiting.contains(check.postId())) {
				this.publisher.publishEvent(new PostChecked(check, one.judgement()));
			}
		}
	}

	/**
	 * A check that starts.
	 *
	 * @param postCheck the check without a verdict
	 * @param judgement the verdict by rules; null if the check waits for a worker
	 * @param again whether it replaces a cancelled check of the same revision
	 */
	record StartedCheck(PostCheck postCheck, @Nullable Judgement judgement, boolean again) {
	}

	/**
	 * A text to check.
	 *
	 * @param writtenAt when its author wrote it
	 * @param hidden whether readers cannot see it
	 */
	public record WrittenText(ContentRevision revision, String content, Instant writtenAt, boolean hidden) {
	}

}
