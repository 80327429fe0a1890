package org.parley.witness;

import org.parley.platform.messaging.inbox.EventConsumer;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Listener of the witness that runs from the beginning. */
@Component
@EventConsumer("witness")
@ConditionalOnProperty(name = "spring.application.name", havingValue = "witness")
class WitnessListener extends EverythingListener {

	WitnessListener(InjectedFailures injectedFailures, RecordedEvents recordedEvents, Projection projection) {
		super(injectedFailures, recordedEvents, projection);
	}

}
