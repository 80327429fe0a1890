package org.parley.witness;

import org.parley.platform.events.inbox.Listens;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** The witness that was there from the beginning. */
@Component
@Listens("witness")
@ConditionalOnProperty(name = "spring.application.name", havingValue = "witness")
class WitnessListener extends EverythingListener {

	WitnessListener(Trouble trouble, Testimonies testimonies, Projection projection) {
		super(trouble, testimonies, projection);
	}

}
