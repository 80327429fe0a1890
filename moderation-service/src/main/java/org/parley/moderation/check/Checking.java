package org.parley.moderation.check;

import java.time.Duration;

import org.parley.moderation.model.Asking;
import org.parley.platform.events.cluster.ClusterLoop;

import org.springframework.stereotype.Component;

/** Takes checks from the list, one after the other, and brings each to its end. */
@Component
class Checking implements ClusterLoop.Work {

	private static final Duration POLL = Duration.ofSeconds(1);

	private final Checks checks;

	private final Judging judging;

	private final Concluding concluding;

	private final Asking asking;

	Checking(Checks checks, Judging judging, Concluding concluding, Asking asking) {
		this.checks = checks;
		this.judging = judging;
		this.concluding = concluding;
		this.asking = asking;
	}

	@Override
	public boolean waits() {
		return this.checks.wait(this.asking.isReady());
	}

	@Override
	public boolean doBatch() {
		var taken = this.checks.claim(this.asking.isReady());
		taken.ifPresent(this::check);
		return taken.isPresent();
	}

	@Override
	public Duration poll() {
		return POLL;
	}

	private void check(Check check) {
		try (var _ = check.origin().open()) {
			this.concluding.conclude(check, this.judging.judge(check));
		}
		catch (RuntimeException ex) {
			giveBack(check, ex);
			throw ex;
		}
	}

	/** Should that fail too, the claim ends by itself. */
	private void giveBack(Check check, RuntimeException cause) {
		try {
			this.checks.giveBack(check);
		}
		catch (RuntimeException ex) {
			cause.addSuppressed(ex);
		}
	}

}
