package org.parley.auth.account.erasure;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The progress of an erasure in all services. Contains amounts only, no personal data
 * except the id.
 */
@Document("erasures")
@CompoundIndex(def = "{'doneAt': 1, 'askedAt': 1}")
record Erasure(@Id String id, String userId, Instant requestedAt, Instant askedAt, List<String> awaited,
		Map<String, Answer> answers, @Nullable Instant doneAt) {

	/** The answer of a service. */
	record Answer(Instant at, Map<String, Long> erased) {
	}

}
