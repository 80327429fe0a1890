package org.parley.gateway.backend;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * The instances of a service: each has its turn, but those that lately could not be
 * reached.
 */
final class Instances {

	/** How long an instance is passed over that could not be reached. */
	static final Duration PAUSE = Duration.ofSeconds(2);

	private final List<URI> addresses;

	private final InstantSource clock;

	private final AtomicInteger turn = new AtomicInteger();

	private final AtomicLongArray avoidedUntil;

	Instances(List<URI> addresses, InstantSource clock) {
		this.addresses = List.copyOf(addresses);
		this.clock = clock;
		this.avoidedUntil = new AtomicLongArray(addresses.size());
	}

	int count() {
		return this.addresses.size();
	}

	/** Whose turn it is; when none could be reached lately, any. */
	URI next() {
		var first = this.turn.getAndUpdate((last) -> (last + 1) % count());
		for (var i = 0; i < count(); i++) {
			var candidate = (first + i) % count();
			if (this.avoidedUntil.get(candidate) <= this.clock.millis()) {
				return this.addresses.get(candidate);
			}
		}
		return this.addresses.get(first);
	}

	/** Passes over an instance for a while. */
	void avoid(URI address) {
		this.avoidedUntil.set(this.addresses.indexOf(address), this.clock.millis() + PAUSE.toMillis());
	}

}
