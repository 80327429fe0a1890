package org.parley.witness;

import org.parley.platform.events.inbox.Listens;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** The witness that comes when much has been said already. */
@Component
@Listens("witness_late")
@ConditionalOnProperty(name = "spring.application.name", havingValue = "witness-late")
class LateWitnessListener extends EverythingListener {

	LateWitnessListener(Trouble trouble, Testimonies testimonies, Projection projection) {
		super(trouble, testimonies, projection);
	}

}
