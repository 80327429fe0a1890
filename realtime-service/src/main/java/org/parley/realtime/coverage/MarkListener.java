package org.parley.realtime.coverage;

import org.parley.platform.events.inbox.Hears;
import org.parley.platform.events.inbox.Listens;

/** Hears marks: on an instance's own queue, and on the one that all share. */
final class MarkListener {

	private MarkListener() {
	}

	/** Hears that this instance listens. */
	@Listens(value = "realtime", repeatable = true)
	static final class Live {

		private final Coverage coverage;

		Live(Coverage coverage) {
			this.coverage = coverage;
		}

		@Hears("replay.marked")
		void on(ReplayMarked mark) {
			this.coverage.heard(mark);
		}

	}

	/** Hears that everything before a mark was recorded. */
	@Listens(value = "realtime_replay", repeatable = true)
	static final class Recorded {

		private final Marks marks;

		Recorded(Marks marks) {
			this.marks = marks;
		}

		@Hears("replay.marked")
		void on(ReplayMarked mark) {
			this.marks.record(mark);
		}

	}

}
