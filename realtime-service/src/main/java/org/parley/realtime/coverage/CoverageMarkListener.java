package org.parley.realtime.coverage;

import org.parley.contracts.realtime.ReplayMarked;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;
import org.parley.platform.mongo.transaction.UnitOfWork;

/** Consumes marks from the instance's own queue and from the shared queue. */
final class CoverageMarkListener {

	private CoverageMarkListener() {
	}

	/** A mark here shows that this instance receives events. */
	@EventConsumer(value = "realtime", repeatable = true)
	static final class Live {

		private final Coverage coverage;

		Live(Coverage coverage) {
			this.coverage = coverage;
		}

		@EventHandler("replay.marked")
		void on(ReplayMarked mark) {
			this.coverage.receive(mark);
		}

	}

	/** A mark here shows that all events before it are recorded. */
	@EventConsumer(value = "realtime_replay", repeatable = true)
	static final class Recorded {

		private final CoverageMarks coverageMarks;

		private final UnitOfWork unitOfWork;

		Recorded(CoverageMarks coverageMarks, UnitOfWork unitOfWork) {
			this.coverageMarks = coverageMarks;
			this.unitOfWork = unitOfWork;
		}

		@EventHandler("replay.marked")
		void on(ReplayMarked mark) {
			this.unitOfWork.atEnd(() -> this.coverageMarks.record(mark));
		}

	}

}
