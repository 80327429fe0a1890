package org.parley.gateway.limit;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.f4b6a3.ulid.Ulid;

import org.springframework.stereotype.Component;

/**
 * Counts requests in memory and decides at once. {@link SharedCounts} lets the instances
 * know of each other meanwhile.
 */
@Component
class Limiter {

	private final Cache<String, Count> counts;

	private final Queue<Count> due = new ConcurrentLinkedQueue<>();

	private final InstantSource clock;

	private final String instance = Ulid.fast().toString();

	private final AtomicLong owners = new AtomicLong();

	Limiter(LimitSettings settings, InstantSource clock) {
		this.clock = clock;
		this.counts = Caffeine.newBuilder()
			.maximumSize(settings.subjects())
			.expireAfterAccess(settings.longestWindow().multipliedBy(2))
			.build();
	}

	Standing count(Limit limit, String subject) {
		Count count = this.counts.get(limit.name() + ":" + subject, (_) -> new Count(limit, subject, newOwner()));
		Standing standing = count.take(this.clock.instant());
		if (count.becomesDue()) {
			this.due.add(count);
		}
		return standing;
	}

	/**
	 * Takes what the other instances should hear of now.
	 */
	List<Count> takeDue(int atMost) {
		var taken = new ArrayList<Count>();
		while (taken.size() < atMost) {
			Count count = this.due.poll();
			if (count == null) {
				return taken;
			}
			taken.add(count);
		}
		return taken;
	}

	private String newOwner() {
		return this.instance + "-" + this.owners.incrementAndGet();
	}

}
