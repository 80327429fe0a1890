package org.parley.moderation;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.platform.test.database.RecordedQuery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.platform.test.database.RecordedQuery.asked;

/** Verifies that the service's queries use indexes. */
class IndexesIT extends ModerationIT {

	static Stream<RecordedQuery> queries() {
		return Stream.of(asked("checks", "{stage: 'FIRST', due: {$lte: 1}}", "{due: 1}"),
				asked("checks", "{stage: 'FIRST'}", "{since: 1}"), asked("checks", "{stage: 'AGAIN'}", "{}"),
				asked("checks", "{_id: 'post', claim: 'mine'}", "{}"), asked("checks", "{stage: 'AGAIN'}", "{due: 1}"),
				asked("checks", "{'post.author._id': 'bob', since: {$gt: 1, $lte: 2}, _id: {$ne: 'post'}}", "{}"),
				asked("checks", "{'post.author._id': 'bob', textHash: 'hash', since: {$gt: 1}, _id: {$ne: 'post'}}",
						"{}"),
				asked("cases", "{'grounds.post._id': 'post', status: {$in: ['OPEN', 'CLAIMED']}}", "{}"),
				asked("cases", "{'grounds.thread._id': 'thread', status: {$in: ['OPEN', 'CLAIMED']}}", "{}"),
				asked("cases", "{'grounds.thread._id': 'thread', status: 'WITHDRAWN'}", "{}"),
				asked("cases", "{'grounds.post._id': 'post', status: 'WITHDRAWN'}", "{_id: -1}"),
				asked("cases", "{status: 'OPEN', _id: {$lt: 'case'}}", "{_id: -1}"),
				asked("cases", "{status: {$in: ['OPEN', 'CLAIMED']}}", "{}"),
				asked("incidents", "{_id: {$gt: 'incident'}}", "{_id: 1}"), asked("openings", "{_id: 'thread'}", "{}"),
				asked("authors", "{_id: 'bob'}", "{}"));
	}

	@ParameterizedTest
	@MethodSource("queries")
	void queryUsesIndexForFilterAndSort(RecordedQuery recordedQuery) {
		var stages = recordedQuery.in(this.mongo).stages();
		assertThat(stages).isNotEmpty().doesNotContain("COLLSCAN", "SORT");
	}

	@Test
	void queryWithoutIndexIsDetected() {
		assertThat(asked("checks", "{correlationId: 'x'}", "{attempts: 1}").in(this.mongo).stages())
			.contains("COLLSCAN", "SORT");
	}

	@Test
	void secondUnresolvedCaseOfPostIsRefused() {
		var index = this.mongo.indexOps("cases")
			.getIndexInfo()
			.stream()
			.filter((info) -> info.getName().equals("unresolved_of_post"))
			.findFirst()
			.orElseThrow();
		assertThat(index.isUnique()).isTrue();
		assertThat(this.mongo.indexOps("checks").getIndexInfo()).anyMatch((info) -> info.getExpireAfter().isPresent());
	}

}
