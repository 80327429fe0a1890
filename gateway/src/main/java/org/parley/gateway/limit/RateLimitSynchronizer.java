package org.parley.gateway.limit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.redis.core.RedisOperations;
import org.springframework.data.redis.core.SessionCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Exchanges counts with the other instances through Redis. {@link RateLimitScheduler}
 * runs it in the background, so no request waits for Redis. Without Redis each instance
 * counts for itself.
 * <p>
 * In Redis a window is a hash with one field per owner.
 */
@Component
class RateLimitSynchronizer {

	private static final Logger log = LoggerFactory.getLogger(RateLimitSynchronizer.class);

	private static final int BATCH = 1_000;

	private static final Duration PAUSE = Duration.ofSeconds(1);

	private final RateLimiter rateLimiter;

	private final StringRedisTemplate redis;

	private final InstantSource clock;

	private final String prefix;

	private Instant pausedUntil = Instant.MIN;

	private boolean alone;

	RateLimitSynchronizer(RateLimiter rateLimiter, StringRedisTemplate redis, InstantSource clock,
			@Value("${parley.redis.prefix}") String prefix) {
		this.rateLimiter = rateLimiter;
		this.redis = redis;
		this.clock = clock;
		this.prefix = prefix + "limit:";
	}

	void exchange() {
		List<SlidingWindowCounter> due = this.rateLimiter.takeDue(BATCH);
		if (!due.isEmpty()) {
			exchange(due);
		}
	}

	/** Exchanges these counts, if Redis answers. Blocks for it. */
	synchronized void exchange(List<SlidingWindowCounter> due) {
		if (this.clock.instant().isBefore(this.pausedUntil)) {
			due.forEach(SlidingWindowCounter::markUnsent);
			return;
		}
		try {
			send(due);
			together();
		}
		catch (RuntimeException ex) {
			// After any failure, the counts must be sent again.
			due.forEach(SlidingWindowCounter::markUnsent);
			alone(ex);
		}
	}

	private void send(List<SlidingWindowCounter> due) {
		List<SlidingWindowCounter.Part> parts = due.stream().map(SlidingWindowCounter::part).toList();
		List<Object> answers = this.redis.executePipelined(new SentCounts(parts));
		for (int i = 0; i < parts.size(); i++) {
			SlidingWindowCounter.Part part = parts.get(i);
			long now = others(answers.get(4 * i + 2), part.owner());
			long before = others(answers.get(4 * i + 3), part.owner());
			due.get(i).confirmSent(part, now, before);
		}
	}

	private static long others(Object answer, String owner) {
		long sum = 0;
		for (var field : ((Map<?, ?>) answer).entrySet()) {
			sum += owner.equals(field.getKey()) ? 0 : Long.parseLong((String) field.getValue());
		}
		return sum;
	}

	private void together() {
		if (this.alone) {
			this.alone = false;
			log.info("Rate limits are synchronized again");
		}
	}

	private void alone(RuntimeException ex) {
		this.pausedUntil = this.clock.instant().plus(PAUSE);
		if (!this.alone) {
			this.alone = true;
			log.atWarn().setCause(ex).log("Redis does not answer; rate limits apply per instance");
		}
	}

	/** Four commands per count, in one pipeline. */
	private final class SentCounts implements SessionCallback<Object> {

		private final List<SlidingWindowCounter.Part> parts;

		private SentCounts(List<SlidingWindowCounter.Part> parts) {
			this.parts = parts;
		}

		@Override
		@SuppressWarnings({ "unchecked", "NullAway" }) // Results of a pipeline are not
														// available yet.
		public <K, V> Object execute(RedisOperations<K, V> operations) {
			var strings = (RedisOperations<String, String>) operations;
			var hashes = strings.opsForHash();
			for (SlidingWindowCounter.Part part : this.parts) {
				String key = RateLimitSynchronizer.this.prefix + part.key();
				hashes.put(key, part.owner(), Long.toString(part.mine()));
				strings.expire(key, part.kept());
				hashes.entries(key);
				hashes.entries(RateLimitSynchronizer.this.prefix + part.previousKey());
			}
			return null;
		}

	}

}
