package org.parley.realtime.coverage;

import org.parley.platform.events.inbox.EventConsumer;
import org.parley.platform.events.inbox.EventHandler;

/** Hears marks: on an instance's own queue, and on the one that all share. */
final class CoverageMarkListener {

	private CoverageMarkListener() {
	}

	/** Hears that this instance listens. */
	@EventConsumer(value = "realtime", repeatable = true)
	static final class Live {

		private final Coverage coverage;

		Live(Coverage coverage) {
			this.coverage = coverage;
		}

		@EventHandler("replay.marked")
		void on(ReplayMarked mark) {
			this.coverage.heard(mark);
		}

	}

	/** Hears that everything before a mark was recorded. */
	@EventConsumer(value = "realtime_replay", repeatable = true)
	static final class Recorded {

		private final CoverageMarks coverageMarks;

		Recorded(CoverageMarks coverageMarks) {
			this.coverageMarks = coverageMarks;
		}

		@EventHandler("replay.marked")
		void on(ReplayMarked mark) {
			this.coverageMarks.record(mark);
		}

	}

}
