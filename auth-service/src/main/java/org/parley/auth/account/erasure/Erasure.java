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
 *
 * @param id sortable by time
 * @param userId the id of the erased account
 * @param requestedAt when the services were asked first
 * @param askedAt when the services were asked last
 * @param awaited the services that have not answered
 * @param answers the answers, by service
 * @param doneAt when all services had answered
 */
@Document("erasures")
@CompoundIndex(def = "{'doneAt': 1, 'askedAt': 1}")
record Erasure(@Id String id, String userId, Instant requestedAt, Instant askedAt, List<String> awaited,
		Map<String, Answer> answers, @Nullable Instant doneAt) {

	/**
	 * The answer of a service.
	 *
	 * @param at when the service had finished
	 * @param erased the number of erased records, by kind
	 */
	record Answer(Instant at, Map<String, Long> erased) {
	}

}
