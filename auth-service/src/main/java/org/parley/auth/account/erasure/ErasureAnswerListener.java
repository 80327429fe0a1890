package org.parley.auth.account.erasure;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

import org.parley.platform.messaging.EventEnvelope;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;

/** Consumes the answers of services that have erased a user. */
@EventConsumer("auth_data")
class ErasureAnswerListener {

	private final Erasures erasures;

	ErasureAnswerListener(Erasures erasures) {
		this.erasures = erasures;
	}

	@EventHandler("erasure.done")
	void on(Done done, EventEnvelope event) {
		var erased = done.erased().stream().collect(Collectors.toMap(Count::kind, Count::count, Long::sum));
		this.erasures.recordAnswer(done.erasureId(), event.source(), new Erasure.Answer(done.at(), erased));
	}

	/** The data of the event. */
	record Done(String erasureId, List<Count> erased, Instant at) {
	}

	/** The number of erased records of a kind. */
	record Count(String kind, long count) {
	}

}
