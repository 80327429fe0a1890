package org.parley.witness;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.parley.platform.messaging.EventEnvelope;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Failures that drills configure: some events fail twice before they succeed, and events
 * with a poison subject always fail.
 */
@Component
class InjectedFailures {

	private static final int FAILURES = 2;

	private final int oneIn;

	private final boolean poisoned;

	private final Map<String, Integer> failures = new ConcurrentHashMap<>();

	InjectedFailures(@Value("${witness.flaky-one-in:0}") int oneIn,
			@Value("${witness.poisoned:false}") boolean poisoned) {
		this.oneIn = oneIn;
		this.poisoned = poisoned;
	}

	void failIfConfigured(EventEnvelope event) {
		if (this.poisoned && event.subject().startsWith("poison")) {
			throw new IllegalStateException("Injected failure: poison subject");
		}
		if (this.oneIn > 0 && Math.floorMod(event.id().hashCode(), this.oneIn) == 0
				&& this.failures.merge(event.id(), 1, Integer::sum) <= FAILURES) {
			throw new IllegalStateException("Injected failure: flaky event");
		}
	}

}
