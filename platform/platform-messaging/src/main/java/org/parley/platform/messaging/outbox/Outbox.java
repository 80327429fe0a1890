package org.parley.platform.messaging.outbox;

import java.util.List;
import java.util.Set;

import org.parley.contracts.ParleyEvent;
import org.parley.platform.messaging.Envelopes;
import org.parley.platform.mongo.cluster.ClusterLoop;

import org.springframework.context.event.EventListener;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Stores events in the transaction of the change that they describe. It receives the
 * events of aggregates when their repository saves them.
 */
public class Outbox {

	private final OutboxRecords records;

	private final Envelopes envelopes;

	private final Set<String> snapshots;

	private final ClusterLoop relay;

	private final List<CommitListener> listeners;

	Outbox(OutboxRecords records, Envelopes envelopes, Set<String> snapshots, ClusterLoop relay,
			List<CommitListener> listeners) {
		this.records = records;
		this.envelopes = envelopes;
		this.snapshots = snapshots;
		this.relay = relay;
		this.listeners = List.copyOf(listeners);
	}

	/**
	 * Stores an event until it is sent.
	 * @throws org.springframework.transaction.IllegalTransactionStateException outside of
	 * a transaction
	 * @throws IllegalArgumentException when this service does not publish the type, or
	 * only as a snapshot
	 */
	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void on(ParleyEvent event) {
		var envelope = this.envelopes.wrap(event);
		if (this.snapshots.contains(envelope.type())) {
			throw new IllegalArgumentException(
					"'%s' is a snapshot type and cannot be published here".formatted(envelope.type()));
		}
		this.records.insert(OutboxRecord.of(envelope, this.envelopes.write(envelope)));
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

			@Override
			public void afterCommit() {
				wakeRelay();
			}

			@Override
			public void afterCompletion(int status) {
				if (status == STATUS_COMMITTED) {
					Outbox.this.listeners.forEach((listener) -> listener.committed(envelope.id()));
				}
			}

		});
	}

	/** Wakes the relay after the commit. */
	void wakeRelay() {
		this.relay.signal();
	}

}
