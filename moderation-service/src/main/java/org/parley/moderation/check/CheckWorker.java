package org.parley.moderation.check;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import org.parley.moderation.model.ModerationModelClient;
import org.parley.platform.events.cluster.DueWork;

import org.springframework.stereotype.Component;

/** Claims due checks one by one, evaluates each post and records the verdict. */
@Component
class CheckWorker extends DueWork {

	private final PostChecks postChecks;

	private final EvaluatePost evaluatePost;

	private final ConcludeCheck concludeCheck;

	private final ModerationModelClient moderationModelClient;

	CheckWorker(PostChecks postChecks, EvaluatePost evaluatePost, ConcludeCheck concludeCheck,
			ModerationModelClient moderationModelClient, InstantSource clock) {
		super(clock);
		this.postChecks = postChecks;
		this.evaluatePost = evaluatePost;
		this.concludeCheck = concludeCheck;
		this.moderationModelClient = moderationModelClient;
	}

	@Override
	protected Optional<Instant> findNextDue() {
		return this.postChecks.findNextDue(this.moderationModelClient.isReady());
	}

	@Override
	public boolean doBatch() {
		var claimed = this.postChecks.claim(this.moderationModelClient.isReady());
		claimed.ifPresent(this::check);
		return claimed.isPresent();
	}

	private void check(PostCheck postCheck) {
		try (var _ = postCheck.origin().open()) {
			this.concludeCheck.conclude(postCheck, this.evaluatePost.evaluate(postCheck));
		}
		catch (RuntimeException ex) {
			release(postCheck, ex);
			throw ex;
		}
	}

	/** If this fails, too, the claim expires. */
	private void release(PostCheck postCheck, RuntimeException cause) {
		try {
			this.postChecks.release(postCheck);
		}
		catch (RuntimeException ex) {
			cause.addSuppressed(ex);
		}
	}

}
