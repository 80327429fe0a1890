package org.parley.moderation.check;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import io.micrometer.tracing.Span;
import org.parley.platform.mongo.cluster.ClusterLoops;
import org.parley.platform.mongo.cluster.DueWork;
import org.parley.platform.runtime.ProcessRole;
import org.parley.platform.runtime.tracing.SpanRecorder;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Claims due checks one by one, evaluates each post and records the verdict. */
@Component
@EnableConfigurationProperties(CheckSettings.class)
class CheckWorker extends DueWork {

	private final PostChecks postChecks;

	private final EvaluatePost evaluatePost;

	private final ConcludeCheck concludeCheck;

	private final SpanRecorder spans;

	CheckWorker(PostChecks postChecks, EvaluatePost evaluatePost, ConcludeCheck concludeCheck, InstantSource clock,
			SpanRecorder spans) {
		super(clock);
		this.postChecks = postChecks;
		this.evaluatePost = evaluatePost;
		this.concludeCheck = concludeCheck;
		this.spans = spans;
	}

	@Bean
	static ClusterLoops checkLoops(ProcessRole role, CheckSettings settings, CheckWorker checkWorker) {
		return new ClusterLoops("checks", role.works() ? settings.atOnce() : 0, checkWorker);
	}

	@Override
	protected Optional<Instant> findNextDue() {
		return this.postChecks.findNextDue(this.evaluatePost.isModelReady());
	}

	/** No signal tells that a model is ready again. */
	@Override
	public Duration pollAlone() {
		return this.evaluatePost.hasModel() ? poll() : super.pollAlone();
	}

	@Override
	public boolean doBatch() {
		var claimed = this.postChecks.claim(this.evaluatePost.isModelReady());
		claimed.ifPresent(this::check);
		return claimed.isPresent();
	}

	private void check(PostCheck postCheck) {
		try (var span = this.spans.open("check post", Span.Kind.CONSUMER, postCheck.correlationId(),
				postCheck.traceparent())) {
			span.run(() -> this.concludeCheck.conclude(postCheck, this.evaluatePost.evaluate(postCheck)));
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
