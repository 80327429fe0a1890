package org.parley.auth.account.erasure;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What has become of the data of somebody who is gone. Says how much there was, and
 * nothing of them.
 *
 * @param id sortable by time
 * @param userId the id that they had
 * @param requestedAt when all services were asked
 * @param askedAt when they were asked last
 * @param awaited the services that have not answered
 * @param answers those that have, by service
 * @param doneAt when all had answered
 */
@Document("erasures")
record Erasure(@Id String id, String userId, Instant requestedAt, Instant askedAt, List<String> awaited,
		Map<String, Answer> answers, @Nullable Instant doneAt) {

	/**
	 * What a service says.
	 *
	 * @param at when it was done
	 * @param erased how much, by kind
	 */
	record Answer(Instant at, Map<String, Long> erased) {
	}

}
