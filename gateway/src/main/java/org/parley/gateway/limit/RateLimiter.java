package org.parley.gateway.limit;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.f4b6a3.ulid.Ulid;

import org.springframework.stereotype.Component;

/**
 * Counts requests in memory and decides immediately. {@link RateLimitSynchronizer}
 * exchanges the counts between instances.
 */
@Component
class RateLimiter {

	/**
	 * By limit and subject: a changed limit counts anew, as it has other windows.
	 */
	private final Cache<Tracked, SlidingWindowCounter> counts;

	private final Queue<SlidingWindowCounter> due = new ConcurrentLinkedQueue<>();

	private final InstantSource clock;

	private final String instance = Ulid.fast().toString();

	private final AtomicLong owners = new AtomicLong();

	private volatile Runnable whenDue = () -> {
	};

	RateLimiter(RateLimitSettings settings, InstantSource clock) {
		this.clock = clock;
		this.counts = Caffeine.newBuilder()
			.maximumSize(settings.subjects())
			.expireAfter(Expiry.accessing((Tracked tracked, SlidingWindowCounter _) -> tracked.limit().kept()))
			.build();
	}

	RateLimitStatus count(RateLimit rateLimit, String subject) {
		SlidingWindowCounter slidingWindowCounter = counter(rateLimit, subject);
		RateLimitStatus rateLimitStatus = slidingWindowCounter.take(this.clock.instant());
		if (slidingWindowCounter.becomesDue()) {
			this.due.add(slidingWindowCounter);
			this.whenDue.run();
		}
		return rateLimitStatus;
	}

	/** Uncounts a request that was counted just now, because another limit refuses it. */
	void giveBack(RateLimit rateLimit, String subject) {
		counter(rateLimit, subject).giveBack(this.clock.instant());
	}

	/** The counter of a subject, which begins at zero if it is unknown. */
	SlidingWindowCounter counter(RateLimit rateLimit, String subject) {
		return this.counts.get(new Tracked(rateLimit, subject),
				(_) -> new SlidingWindowCounter(rateLimit, subject, newOwner()));
	}

	/** Takes the counts that must be sent to the other instances. */
	List<SlidingWindowCounter> takeDue(int atMost) {
		var taken = new ArrayList<SlidingWindowCounter>();
		while (taken.size() < atMost) {
			SlidingWindowCounter slidingWindowCounter = this.due.poll();
			if (slidingWindowCounter == null) {
				return taken;
			}
			taken.add(slidingWindowCounter);
		}
		return taken;
	}

	boolean hasDue() {
		return !this.due.isEmpty();
	}

	/** Sets what runs each time a count must be sent; it must not block. */
	void whenDue(Runnable listener) {
		this.whenDue = listener;
	}

	private String newOwner() {
		return this.instance + "-" + this.owners.incrementAndGet();
	}

	private record Tracked(RateLimit limit, String subject) {
	}

}
