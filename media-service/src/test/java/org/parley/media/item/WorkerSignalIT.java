package org.parley.media.item;

import java.util.Collections;
import java.util.Iterator;

import org.junit.jupiter.api.Test;
import org.parley.media.MediaIT;
import org.parley.media.TestPictures;
import org.parley.platform.mongo.cluster.ClusterLoops;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** A lone instance polls once a minute, so each new due time must wake its workers. */
class WorkerSignalIT extends MediaIT {

	@Autowired
	private StorageQuotas quotas;

	@Autowired
	private UnitOfWork unitOfWork;

	private final Workers workers = new Workers();

	@Test
	void completedAndRemovedMediaWakeWorkersAfterCommit() {
		var items = new MediaItems(this.mongo, this.quotas, this.clock,
				new WorkerSignal(this.workers, this.unitOfWork));
		var id = anUpload(aPerson(), "image/png", TestPictures.png(10, 10));
		var due = this.clock.instant().plusSeconds(3_600);
		var processing = this.unitOfWork.run(() -> {
			var completed = items.complete(items.find(id).orElseThrow(), "original", due);
			assertThat(this.workers.signals).as("before the commit").isZero();
			return completed;
		});
		assertThat(this.workers.signals).as("completed").isOne();
		items.makeDue(id);
		assertThat(this.workers.signals).as("the event arrives").isEqualTo(2);
		assertThat(items.complete(processing.orElseThrow(), "original", due)).isEmpty();
		assertThat(this.workers.signals).as("completed twice").isEqualTo(2);
		assertThat(this.unitOfWork.run(() -> items.remove(processing.orElseThrow()))).isPresent();
		assertThat(this.workers.signals).as("removed").isEqualTo(3);
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
