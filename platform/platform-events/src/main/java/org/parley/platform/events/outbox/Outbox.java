package org.parley.platform.events.outbox;

import java.time.InstantSource;
import java.util.Objects;

import org.parley.platform.events.EventEnvelope;
import org.parley.platform.events.ParleyEvent;
import org.parley.platform.events.cluster.ClusterLoop;
import org.parley.platform.web.CorrelationFilter;
import org.parley.platform.web.Ids;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.event.EventListener;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps an event in the transaction of the change that it tells of: both are there, or
 * neither. Hears what aggregates register when their repository saves them.
 */
public class Outbox {

	private final MongoOperations mongo;

	private final JsonMapper json;

	private final InstantSource clock;

	private final ClusterLoop relay;

	private final String source;

	Outbox(MongoOperations mongo, JsonMapper json, InstantSource clock, ClusterLoop relay, String source) {
		this.mongo = mongo;
		this.json = json;
		this.clock = clock;
		this.relay = relay;
		this.source = source;
	}

	/**
	 * Keeps the event until it is sent.
	 * @throws org.springframework.transaction.IllegalTransactionStateException outside of
	 * a transaction
	 */
	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void on(ParleyEvent event) {
		var now = this.clock.instant();
		var envelope = new EventEnvelope("1.0", Ids.next(), this.source, event.type(), event.subject(), now,
				"application/json", "urn:parley:event:" + event.type() + ":1", null, correlation(),
				event.partitionKey(), this.json.valueToTree(event));
		this.mongo.insert(new OutboxRecord(envelope.id(), event.type(), event.partitionKey(), now,
				this.json.writeValueAsString(envelope)));
		signalAfterCommit();
	}

	/** Of the request; what happens outside of one begins a correlation of its own. */
	private static String correlation() {
		return Objects.requireNonNullElseGet(CorrelationFilter.current(), Ids::next);
	}

	private void signalAfterCommit() {
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

			@Override
			public void afterCommit() {
				Outbox.this.relay.signal();
			}

		});
	}

}
