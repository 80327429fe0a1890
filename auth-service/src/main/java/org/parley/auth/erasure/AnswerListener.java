package org.parley.auth.erasure;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

import org.parley.platform.events.EventEnvelope;
import org.parley.platform.events.inbox.Hears;
import org.parley.platform.events.inbox.Listens;

/** Hears what services have erased. */
@Listens("auth_data")
class AnswerListener {

	private final Erasures erasures;

	AnswerListener(Erasures erasures) {
		this.erasures = erasures;
	}

	@Hears("erasure.done")
	void on(Done done, EventEnvelope event) {
		var erased = done.erased().stream().collect(Collectors.toMap(Count::kind, Count::count, Long::sum));
		this.erasures.answered(done.erasureId(), event.source(), new Erasure.Answer(done.at(), erased));
	}

	/** A service keeps nothing of somebody any more. */
	record Done(String erasureId, List<Count> erased, Instant at) {
	}

	/** So many of a kind. */
	record Count(String kind, long count) {
	}

}
