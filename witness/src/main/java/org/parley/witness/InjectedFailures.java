package org.parley.witness;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.parley.platform.events.EventEnvelope;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What the witness fails at when a drill asks it to: some events twice before they
 * succeed, and those about a subject that is poison always.
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

	void with(EventEnvelope event) {
		if (this.poisoned && event.subject().startsWith("poison")) {
			throw new IllegalStateException("This subject is poison");
		}
		if (this.oneIn > 0 && Math.floorMod(event.id().hashCode(), this.oneIn) == 0
				&& this.failures.merge(event.id(), 1, Integer::sum) <= FAILURES) {
			throw new IllegalStateException("This event fails at first");
		}
	}

}
