package org.parley.auth.account.erasure;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

import org.parley.contracts.privacy.ErasureDone;
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
	void on(ErasureDone done, EventEnvelope event) {
		var erased = done.erased()
			.stream()
			.collect(Collectors.toMap(ErasureDone.Count::kind, ErasureDone.Count::count, Long::sum));
		this.erasures.recordAnswer(done.erasureId(), event.source(), new Erasure.Answer(done.at(), erased));
	}

}
