package org.parley.witness;

import org.parley.platform.messaging.inbox.EventConsumer;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Listener of the witness that starts late. */
@Component
@EventConsumer("witness_late")
@ConditionalOnProperty(name = "spring.application.name", havingValue = "witness-late")
class LateWitnessListener extends EverythingListener {

	LateWitnessListener(InjectedFailures injectedFailures, RecordedEvents recordedEvents, Projection projection) {
		super(injectedFailures, recordedEvents, projection);
	}

}
