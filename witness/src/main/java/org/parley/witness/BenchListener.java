package org.parley.witness;

import org.parley.platform.events.EventEnvelope;
import org.parley.platform.events.inbox.Hears;
import org.parley.platform.events.inbox.Listens;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * A listener as most are: several take from its queue at a time, and each event has one
 * effect, in one transaction with the inbox.
 */
@Component
@Listens("witness_bench")
@ConditionalOnProperty(name = "spring.application.name", havingValue = "witness-bench")
class BenchListener {

	private final Testimonies testimonies;

	BenchListener(Testimonies testimonies) {
		this.testimonies = testimonies;
	}

	@Hears("post.created")
	void on(JsonNode data, EventEnvelope event) {
		this.testimonies.add(event, data);
	}

}
