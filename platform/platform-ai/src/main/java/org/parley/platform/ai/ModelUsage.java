package org.parley.platform.ai;

import java.time.Instant;
import java.util.List;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The use of a model by all instances.
 *
 * @param id the purpose
 * @param day the day in UTC that the spent tokens are of
 * @param spent the tokens of this day
 * @param calls the running calls
 */
@Document("model_usage")
record ModelUsage(@Id String id, String day, long spent, List<ReservedCall> calls) {

	boolean contains(String call) {
		return this.calls.stream().anyMatch((running) -> running.call().equals(call));
	}

	/**
	 * A reserved call.
	 *
	 * @param tokens the reserved tokens, which count as spent if nobody settles them
	 * @param until when it counts as lost
	 */
	record ReservedCall(String call, long tokens, Instant until) {
	}

}
