package org.parley.moderation.shadow;

import java.time.Duration;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.parley.moderation.check.PostCheck.Stage;
import org.parley.moderation.check.PostChecked;
import org.parley.moderation.comparison.ComparePolicy;
import org.parley.moderation.comparison.ComparedPost;
import org.parley.moderation.comparison.StoreSample;
import org.parley.moderation.rule.PolicyRules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Compares the first verdict about each revision with that of the policy in shadow. A
 * failure never affects the verdict; a crash loses at most the comparison of the post
 * that is being checked.
 */
@Component
class CompareShadow {

	private static final Logger log = LoggerFactory.getLogger(CompareShadow.class);

	private static final String RUNNING = "running";

	/** How long an instance goes on after a run was started or ended elsewhere. */
	private static final Duration REREAD = Duration.ofSeconds(1);

	private final ShadowRuns shadowRuns;

	private final ComparePolicy comparePolicy;

	private final StoreSample storeSample;

	private final Cache<String, Optional<ActiveShadow>> running = Caffeine.newBuilder()
		.expireAfterWrite(REREAD)
		.build();

	CompareShadow(ShadowRuns shadowRuns, ComparePolicy comparePolicy, StoreSample storeSample) {
		this.shadowRuns = shadowRuns;
		this.comparePolicy = comparePolicy;
		this.storeSample = storeSample;
	}

	@EventListener
	void on(PostChecked checked) {
		if (checked.postCheck().stage() != Stage.FIRST) {
			return;
		}
		try {
			find().ifPresent((shadow) -> compare(shadow, checked));
		}
		catch (RuntimeException ex) {
			log.atWarn().setCause(ex).log("A post was not compared with the policy in shadow");
		}
	}

	/** Forgets the run, so that the next check reads it. */
	void refresh() {
		this.running.invalidate(RUNNING);
	}

	private Optional<ActiveShadow> find() {
		return this.running.get(RUNNING, (_) -> this.shadowRuns.findRunning().map(ActiveShadow::of));
	}

	private void compare(ActiveShadow shadow, PostChecked checked) {
		var comparison = this.comparePolicy.compare(shadow.rules(), checked.postCheck(), checked.judgement());
		var counted = this.shadowRuns.count(shadow.run().id(), comparison);
		comparison.change()
			.filter((change) -> counted.filter((run) -> run.changes().getOrDefault(change, 0L) <= ComparedPost.SAMPLES)
				.isPresent())
			.ifPresent((_) -> this.storeSample.store(shadow.run().id(), checked.postCheck(), comparison));
	}

	/** A run with its compiled rules. */
	private record ActiveShadow(ShadowRun run, PolicyRules rules) {

		static ActiveShadow of(ShadowRun run) {
			return new ActiveShadow(run, PolicyRules.of(run.policy().terms()));
		}

	}

}
