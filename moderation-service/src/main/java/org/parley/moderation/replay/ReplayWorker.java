package org.parley.moderation.replay;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;

import org.parley.moderation.check.PostCheck;
import org.parley.moderation.check.PostChecks;
import org.parley.moderation.comparison.ComparePolicy;
import org.parley.moderation.comparison.ComparedPost;
import org.parley.moderation.comparison.StoreSample;
import org.parley.moderation.rule.PolicyRules;
import org.parley.platform.mongo.cluster.ClusterLoops;
import org.parley.platform.mongo.cluster.DueWork;
import org.parley.platform.runtime.ProcessRole;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * Compares stored posts in batches. A repeated batch stores the same samples again and
 * counts nothing twice. The last attempt skips posts that fail.
 */
@Component
class ReplayWorker extends DueWork {

	private static final Logger log = LoggerFactory.getLogger(ReplayWorker.class);

	static final int BATCH = 100;

	private static final int MAX_ATTEMPTS = 3;

	private final Replays replays;

	private final PostChecks postChecks;

	private final ComparePolicy comparePolicy;

	private final StoreSample storeSample;

	private final InstantSource clock;

	ReplayWorker(Replays replays, PostChecks postChecks, ComparePolicy comparePolicy, StoreSample storeSample,
			InstantSource clock) {
		super(clock);
		this.replays = replays;
		this.postChecks = postChecks;
		this.comparePolicy = comparePolicy;
		this.storeSample = storeSample;
		this.clock = clock;
	}

	@Bean
	static ClusterLoops replayLoops(ProcessRole role, ReplayWorker replayWorker) {
		return new ClusterLoops("replays", role.works() ? 1 : 0, replayWorker);
	}

	@Override
	protected Optional<Instant> findNextDue() {
		return this.replays.findNextDue();
	}

	@Override
	public boolean doBatch() {
		var claimed = this.replays.claim();
		claimed.ifPresent(this::compareBatch);
		return claimed.isPresent();
	}

	private void compareBatch(Replay replay) {
		var claim = Objects.requireNonNull(replay.claim());
		var rules = PolicyRules.of(replay.policy().terms());
		var batch = this.postChecks.findJudged(replay.position(), BATCH);
		batch.forEach((postCheck) -> compareOrSkip(replay, rules, postCheck));
		if (batch.size() < BATCH) {
			replay.finish(this.clock.instant());
		}
		else {
			replay.proceed(this.clock.instant());
		}
		this.replays.update(replay, claim);
	}

	private void compareOrSkip(Replay replay, PolicyRules rules, PostCheck postCheck) {
		try {
			compare(replay, rules, postCheck);
		}
		catch (RuntimeException | StackOverflowError ex) {
			if (replay.attempts() < MAX_ATTEMPTS) {
				throw ex;
			}
			log.atError()
				.addKeyValue("replay", replay.id())
				.addKeyValue("post", postCheck.postId())
				.setCause(ex)
				.log("A post cannot be compared and is skipped");
			replay.skip(postCheck.postId());
		}
	}

	private void compare(Replay replay, PolicyRules rules, PostCheck postCheck) {
		var actual = postCheck.judgement();
		if (actual == null) {
			replay.skip(postCheck.postId());
			return;
		}
		var comparison = this.comparePolicy.compare(rules, postCheck, actual);
		var changed = replay.count(postCheck.postId(), comparison);
		if (changed > 0 && changed <= ComparedPost.SAMPLES) {
			this.storeSample.store(replay.id(), postCheck, comparison);
		}
	}

}
