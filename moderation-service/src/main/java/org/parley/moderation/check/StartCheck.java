package org.parley.moderation.check;

import java.time.InstantSource;

import org.parley.moderation.check.PostCheck.Stage;
import org.parley.moderation.rule.Submission;
import org.parley.moderation.subject.ContentRevision;
import org.parley.moderation.subject.ModeratedPostReference;
import org.parley.moderation.subject.ModeratedThreadReference;
import org.parley.platform.events.EventEnvelope;
import org.parley.platform.events.cluster.ClusterLoops;
import org.parley.platform.web.transaction.UnitOfWork;

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
	 * Starts a check.
	 * @param hidden whether readers cannot see the post
	 */
	public void start(ModeratedPostReference post, ModeratedThreadReference thread, ContentRevision contentRevision,
			String content, boolean hidden, EventEnvelope event) {
		var now = this.clock.instant();
		var postCheck = new PostCheck(post.id(), post, thread, contentRevision, content,
				Submission.fingerprint(PostCheck.text(post, thread, content)), Stage.FIRST, now, now, null, hidden,
				null, 0, event.correlationid(), event.traceparent(), null);
		var judgement = hidden ? null : this.evaluatePost.evaluateAtOnce(postCheck).orElse(null);
		if (this.postChecks.store(postCheck, judgement)) {
			this.unitOfWork.afterCommit(this.checkLoops::signal);
		}
		else if (judgement != null) {
			this.publisher.publishEvent(new PostChecked(postCheck, judgement));
		}
	}

}
