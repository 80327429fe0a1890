package org.parley.summary.job;

import java.time.InstantSource;
import java.util.Collections;
import java.util.Iterator;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.parley.platform.domain.Ids;
import org.parley.platform.mongo.cluster.ClusterLoops;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.summary.SummaryIT;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** A lone instance polls once a minute, so each new due time must wake its workers. */
class JobSignalIT extends SummaryIT {

	@Autowired
	private UnitOfWork unitOfWork;

	private final Workers workers = new Workers();

	@Test
	void newAndDueJobsWakeWorkersAfterCommit() {
		var jobs = new SummaryJobs(this.mongo, InstantSource.system(), this.unitOfWork, this.workers);
		var job = this.unitOfWork.run(() -> {
			var created = jobs.create(Ids.next(), Set.of(), 1);
			assertThat(this.workers.signals).as("before the commit").isZero();
			return created;
		});
		assertThat(this.workers.signals).as("new").isOne();
		jobs.makeDue(job.threadId(), job.summaryId());
		assertThat(this.workers.signals).as("due").isEqualTo(2);
		this.mongo.remove(job);
	}

	/** Counts the signals to no workers. */
	private static final class Workers implements ObjectProvider<ClusterLoops> {

		private int signals;

		@Override
		public Iterator<ClusterLoops> iterator() {
			this.signals++;
			return Collections.emptyIterator();
		}

	}

}
