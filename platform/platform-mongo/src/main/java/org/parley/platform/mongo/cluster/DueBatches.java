package org.parley.platform.mongo.cluster;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

import org.parley.platform.runtime.ProcessRole;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Processes due records in batches on worker instances. A failure is logged and delays
 * only its record. Of two workers that process the same record, the transaction of the
 * second is retried.
 *
 * @param <T> the type of the records
 */
public class DueBatches<T> extends DueWork {

	private static final Logger log = LoggerFactory.getLogger(DueBatches.class);

	private static final int BATCH = 50;

	private final DueRecords<T> records;

	private final Consumer<T> process;

	private final ProcessRole role;

	/**
	 * Creates the work.
	 * @param process processes a record in one transaction
	 */
	public DueBatches(DueRecords<T> records, Consumer<T> process, ProcessRole role, InstantSource clock) {
		super(clock);
		this.records = records;
		this.process = process;
		this.role = role;
	}

	@Override
	protected final Optional<Instant> findNextDue() {
		return this.role.works() ? this.records.findNextDue() : Optional.empty();
	}

	@Override
	public final boolean doBatch() {
		var due = this.records.findDue(BATCH);
		due.forEach(this::processOrPostpone);
		return due.size() == BATCH;
	}

	private void processOrPostpone(T due) {
		try {
			this.process.accept(due);
		}
		catch (RuntimeException ex) {
			log.atWarn()
				.addKeyValue("record", due.getClass().getSimpleName())
				.setCause(ex)
				.log("Processing a due record failed; it is postponed");
			this.records.postpone(due);
		}
	}

}
