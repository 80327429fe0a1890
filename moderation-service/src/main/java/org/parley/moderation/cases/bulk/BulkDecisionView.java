package org.parley.moderation.cases.bulk;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The result of one decision about several cases.
 *
 * @param decided the number of decided cases
 * @param results the result of each case, in the order of the request
 */
record BulkDecisionView(long decided, List<SingleResult> results) {

	static BulkDecisionView of(List<SingleResult> results) {
		return new BulkDecisionView(results.stream().filter(SingleResult::decided).count(), results);
	}

	/**
	 * The result of a case.
	 *
	 * @param id the case's id
	 * @param code the code of the refusal; null for a decided case
	 */
	record SingleResult(String id, boolean decided, @Nullable String code) {
	}

}
