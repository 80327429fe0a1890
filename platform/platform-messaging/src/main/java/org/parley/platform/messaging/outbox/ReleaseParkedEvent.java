package org.parley.platform.messaging.outbox;

import java.util.Optional;
import java.util.function.Supplier;

import org.parley.contracts.audit.AdministratorAct;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.messaging.AdministratorActs;
import org.parley.platform.mongo.cluster.ClusterLoop;
import org.parley.platform.mongo.transaction.UnitOfWork;

/**
 * Retries or deletes a parked event for an administrator, which releases the events held
 * behind it.
 */
class ReleaseParkedEvent {

	private final OutboxRecords records;

	private final ClusterLoop relay;

	private final UnitOfWork work;

	private final AdministratorActs acts;

	ReleaseParkedEvent(OutboxRecords records, ClusterLoop relay, UnitOfWork work, AdministratorActs acts) {
		this.records = records;
		this.relay = relay;
		this.work = work;
		this.acts = acts;
	}

	/**
	 * Retries an event.
	 * @throws RefusalException 404 {@code outbox.not-parked}
	 */
	void retry(String id, String by) {
		release(AdministratorAct.PARKED_EVENT_RETRIED, by, () -> this.records.retry(id));
	}

	/**
	 * Deletes an event for good.
	 * @throws RefusalException 404 {@code outbox.not-parked}
	 */
	void delete(String id, String by) {
		release(AdministratorAct.PARKED_EVENT_DELETED, by, () -> this.records.drop(id));
	}

	private void release(AdministratorAct act, String by, Supplier<Optional<OutboxRecord>> change) {
		this.work.run(() -> {
			var event = change.get()
				.orElseThrow(() -> RefusalException.notFound("outbox.not-parked",
						"The outbox has no parked event with this id."));
			this.acts.record(act, by, event.type() + " " + event.id());
		});
		this.relay.signal();
	}

}
