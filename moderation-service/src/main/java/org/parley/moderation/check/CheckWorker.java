package org.parley.moderation.check;

import java.time.Duration;

import org.parley.moderation.model.ModerationModelClient;
import org.parley.platform.events.cluster.ClusterLoop;

import org.springframework.stereotype.Component;

/** Takes checks from the list, one after the other, and brings each to its end. */
@Component
class CheckWorker implements ClusterLoop.Work {

	private static final Duration POLL = Duration.ofSeconds(1);

	private final PostChecks postChecks;

	private final EvaluatePost evaluatePost;

	private final ConcludeCheck concludeCheck;

	private final ModerationModelClient moderationModelClient;

	CheckWorker(PostChecks postChecks, EvaluatePost evaluatePost, ConcludeCheck concludeCheck,
			ModerationModelClient moderationModelClient) {
		this.postChecks = postChecks;
		this.evaluatePost = evaluatePost;
		this.concludeCheck = concludeCheck;
		this.moderationModelClient = moderationModelClient;
	}

	@Override
	public boolean waits() {
		return this.postChecks.wait(this.moderationModelClient.isReady());
	}

	@Override
	public boolean doBatch() {
		var taken = this.postChecks.claim(this.moderationModelClient.isReady());
		taken.ifPresent(this::check);
		return taken.isPresent();
	}

	@Override
	public Duration poll() {
		return POLL;
	}

	private void check(PostCheck postCheck) {
		try (var _ = postCheck.origin().open()) {
			this.concludeCheck.conclude(postCheck, this.evaluatePost.judge(postCheck));
		}
		catch (RuntimeException ex) {
			giveBack(postCheck, ex);
			throw ex;
		}
	}

	/** Should that fail too, the claim ends by itself. */
	private void giveBack(PostCheck postCheck, RuntimeException cause) {
		try {
			this.postChecks.giveBack(postCheck);
		}
		catch (RuntimeException ex) {
			cause.addSuppressed(ex);
		}
	}

}
