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
				asked("checks", "{stage: 'FIRST', due: {$lte: 1}}", "{due: -1}"),
				asked("checks", "{stage: 'FIRST'}", "{arrivedAt: 1}"), asked("checks", "{stage: 'AGAIN'}", "{}"),
				asked("checks", "{_id: 'post', claim: 'mine'}", "{}"), asked("checks", "{stage: 'AGAIN'}", "{due: 1}"),
				asked("checks", "{'post.author._id': 'bob', since: {$gt: 1, $lte: 2}, _id: {$ne: 'post'}}", "{}"),
				asked("checks", "{'post.author._id': 'bob', since: {$gt: 1, $lte: 2}, _id: {$ne: 'post'}}",
						"{since: -1}"),
				asked("cases", "{'grounds.post._id': 'post', status: {$in: ['OPEN', 'CLAIMED']}}", "{}"),
				asked("cases", "{'grounds.thread._id': 'thread', status: {$in: ['OPEN', 'CLAIMED']}}", "{}"),
				asked("cases", "{'grounds.thread._id': 'thread', status: 'WITHDRAWN'}", "{}"),
				asked("cases", "{'grounds.post._id': 'post', status: 'WITHDRAWN'}", "{_id: -1}"),
				asked("cases", "{status: 'OPEN', _id: {$lt: 'case'}}", "{_id: -1}"),
				asked("cases", "{status: {$in: ['OPEN', 'CLAIMED']}}", "{}"),
				asked("cases",
						"{'grounds.post._id': 'post', _id: {$ne: 'case'}, $or: [{status: {$in: ['OPEN', 'CLAIMED']}}, "
								+ "{status: 'DECIDED', 'ruling.at': {$gt: 1}}]}",
						"{}"),
				asked("cases", "{'message._id': 'message', status: {$in: ['OPEN', 'CLAIMED']}}", "{}"),
				asked("cases",
						"{'message._id': 'message', _id: {$ne: 'case'}, $or: [{status: {$in: ['OPEN', 'CLAIMED']}}, "
								+ "{status: 'DECIDED', 'ruling.at': {$gt: 1}}]}",
						"{}"),
				asked("cases", "{'grounds.thread.category._id': {$in: ['a', null]}, _id: {$lt: 'case'}}", "{_id: -1}"),
				asked("cases", "{'grounds.thread.category._id': {$in: ['a', null]}, status: 'OPEN'}", "{_id: -1}"),
				asked("cases", "{'message.author._id': 'bob'}", "{_id: 1}"),
				asked("cases", "{'message.context.author._id': 'bob'}", "{_id: 1}"),
				asked("statements", "{'grounds.post._id': 'post', status: 'IN_FORCE'}", "{}"),
				asked("statements", "{'grounds.post.author._id': 'bob', _id: {$lt: 'statement'}}", "{_id: -1}"),
				asked("statements",
						"{'grounds.post.author._id': 'bob', 'measure.restriction': 'LIMIT', status: 'IN_FORCE', "
								+ "issuedAt: {$lte: 1}, 'measure.until': {$gt: 1}, 'grounds.post._id': {$ne: 'post'}}",
						"{}"),
				asked("statements", "{'grounds.thread._id': 'thread'}", "{}"),
				asked("statements", "{'appeal._id': 'appeal'}", "{}"), asked("statements", "{tokenHash: 'hash'}", "{}"),
				asked("statements", "{'appeal.status': 'OPEN', 'appeal._id': {$gt: 'appeal'}}", "{'appeal._id': 1}"),
				asked("statements",
						"{'grounds.thread.category._id': {$in: ['a', 'b']}, 'appeal.status': 'OPEN', "
								+ "'appeal._id': {$gt: 'appeal'}}",
						"{'appeal._id': 1}"),
				asked("statements", "{'appeal.status': 'OPEN', 'appeal.answerBy': {$lt: 1}}", "{}"),
				asked("incidents", "{_id: {$gt: 'incident'}}", "{_id: 1}"),
				asked("thread_openings", "{_id: 'thread'}", "{}"),
				asked("cases", "{'grounds.post.author._id': 'bob', reported: true, openedAt: {$gt: 1, $lte: 2}}", "{}"),
				asked("policy_versions", "{status: 'ACTIVE'}", "{}"),
				asked("policy_versions", "{status: 'DRAFT', _id: {$lt: 'policy'}}", "{_id: -1}"),
				asked("policy_versions", "{version: {$gt: 0}}", "{version: -1}"),
				asked("shadow_runs", "{running: true}", "{}"), asked("replays", "{status: 'RUNNING'}", "{}"),
				asked("replays", "{status: 'RUNNING', due: {$lte: 1}}", "{}"),
				asked("checks", "{_id: {$gt: 'post'}, judgement: {$exists: true}, content: {$exists: true}}",
						"{_id: 1}"),
				asked("policy_samples", "{comparisonId: 'run', _id: {$lt: 'run:post'}}", "{_id: -1}"),
				asked("policy_samples",
						"{comparisonId: 'run', 'thread.category._id': {$in: ['a', 'b']}, _id: {$lt: 'run:post'}}",
						"{_id: -1}"),
				asked("policy_samples", "{'thread._id': 'thread'}", "{}"),
				asked("policy_samples", "{'post._id': 'post'}", "{}"),
				asked("moderation_log", "{'category._id': {$in: ['a', 'b']}, _id: {$lt: 'entry'}}", "{_id: -1}"),
				asked("moderation_log",
						"{$or: [{'category._id': {$in: ['a']}}, {'category._id': {$in: []}, "
								+ "'category.slug': 'gardening'}], _id: {$lt: 'entry'}}",
						"{_id: -1}"),
				asked("moderation_log",
						"{$or: [{'category._id': {$in: ['a']}}, {'category._id': {$in: ['b', 'c']}, "
								+ "'category.slug': 'gardening'}], _id: {$lt: 'entry'}}",
						"{_id: -1}"),
				asked("moderation_log", "{statementId: 'statement'}", "{_id: 1}"),
				asked("moderation_log", "{threadId: 'thread'}", "{}"),
				asked("moderation_log", "{postId: 'post'}", "{}"),
				asked("case_notes", "{caseId: 'case', _id: {$lt: 'note'}}", "{_id: -1}"),
				asked("policy_changes", "{policyId: 'policy', _id: {$lt: 'change'}}", "{_id: -1}"),
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
			.filter((info) -> info.getName().equals("unresolved_post"))
			.findFirst()
			.orElseThrow();
		assertThat(index.isUnique()).isTrue();
		assertThat(this.mongo.indexOps("checks").getIndexInfo()).anyMatch((info) -> info.getExpireAfter().isPresent());
	}

}
