package org.parley.gateway.limit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

import org.parley.platform.runtime.redis.RedisScripts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
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

	/**
	 * One call for all counts, because a pipeline of Spring Data opens a connection of
	 * its own.
	 */
	@SuppressWarnings("rawtypes")
	private static final RedisScript<List> EXCHANGE = RedisScripts.read("limit/exchange.lua", List.class);

	private final RateLimiter rateLimiter;

	private final LettuceConnectionFactory connections;

	private final StringRedisTemplate redis;

	private final InstantSource clock;

	private final String prefix;

	private Instant pausedUntil = Instant.MIN;

	private boolean alone;

	RateLimitSynchronizer(RateLimiter rateLimiter, LettuceConnectionFactory connections, InstantSource clock,
			@Value("${parley.redis.prefix}") String prefix) {
		this.rateLimiter = rateLimiter;
		this.connections = connections;
		this.redis = new StringRedisTemplate(connections);
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
		List<Long> others = others(parts);
		for (int i = 0; i < parts.size(); i++) {
			due.get(i).confirmSent(parts.get(i), others.get(2 * i), others.get(2 * i + 1));
		}
	}

	@SuppressWarnings("unchecked")
	private List<Long> others(List<SlidingWindowCounter.Part> parts) {
		var keys = new ArrayList<String>();
		var arguments = new ArrayList<String>();
		for (SlidingWindowCounter.Part part : parts) {
			keys.add(this.prefix + part.key());
			keys.add(this.prefix + part.previousKey());
			arguments.add(part.owner());
			arguments.add(Long.toString(part.mine()));
			arguments.add(Long.toString(part.kept().toMillis()));
		}
		return this.redis.execute(EXCHANGE, keys, arguments.toArray());
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
		// Lettuce might wait for half a minute before it connects again.
		this.connections.resetConnection();
	}

}
