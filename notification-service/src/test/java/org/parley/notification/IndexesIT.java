package org.parley.notification;

import java.util.List;
import java.util.stream.Stream;

import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.platform.test.database.QueryExplanation;
import org.parley.platform.test.database.RecordedQuery;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.platform.test.database.RecordedQuery.asked;

/** Every query of this service uses an index. */
@NotificationTest
class IndexesIT {

	private static final String DATE = "{$date: '2026-01-01T00:00:00Z'}";

	@Autowired
	private MongoOperations mongo;

	static Stream<RecordedQuery> queries() {
		return Stream.of(asked("notifications", "{userId: 'a', listed: true, read: false}", "{_id: -1}"),
				asked("notifications",
						"{userId: 'a', listed: true, categoryId: {$in: [null, 'b']}, read: true, readAt: {$lte: " + DATE
								+ "}, _id: {$lt: 'c'}}",
						"{_id: -1}"),
				asked("notifications",
						"{userId: 'a', listed: true, categoryId: {$in: [null, 'b']}, read: {$in: [false, true]}, readAt: {$not: {$lte: "
								+ DATE + "}}, _id: {$lt: 'c'}}",
						"{_id: -1}"),
				asked("notifications", "{userId: 'a', listed: true, read: true, _id: {$gt: 'c'}}", "{_id: 1}"),
				asked("notifications", "{userId: 'a', listed: true, read: false, kind: 'REPLY'}", "{_id: -1}"),
				asked("notifications",
						"{userId: 'a', listed: true, kind: {$in: ['REPLY']}, read: false, createdAt: {$gte: " + DATE
								+ "}}",
						"{_id: -1}"),
				asked("notifications", "{openFor: {$in: ['a', 'b']}}", "{}"),
				asked("notifications", "{threadId: 'a'}", "{}"), asked("notifications", "{socialPostId: 'a'}", "{}"),
				asked("social_items", "{personId: 'a'}", "{_id: 1}"),
				asked("social_accounts", "{_id: {$in: ['a']}, closed: true}", "{}"),
				asked("relations", "{_id: {$in: ['a', 'b']}, active: true}", "{}"),
				asked("relations", "{otherId: 'a'}", "{_id: 1}"),
				asked("notifications", "{readAt: {$lt: " + DATE + "}}", "{}"),
				asked("notifications", "{createdAt: {$lt: " + DATE + "}}", "{}"),
				asked("notification_receipts", "{source: 'a', _id: {$gt: 'b'}}", "{_id: 1}"),
				asked("subscriptions",
						"{target: {$in: ['category:a', 'tag:b']}, level: 'FOLLOWING', userId: {$gt: 'c'}, since: {$lt: "
								+ DATE + "}}",
						"{userId: 1}"),
				asked("subscriptions", "{userId: 'a'}", "{}"), asked("subscriptions", "{_id: {$in: ['a', 'b']}}", "{}"),
				asked("fan_out_rounds", "{dueAt: {$lte: " + DATE + "}}", "{dueAt: 1}"),
				asked("fan_out_rounds", "{'news.place.threadId': 'a'}", "{}"),
				asked("fan_out_rounds", "{}", "{dueAt: 1}"), asked("deferred_news", "{}", "{nextAt: 1}"),
				asked("early_votes", "{}", "{dueAt: 1}"),
				asked("threads", "{checkAt: {$exists: true}}", "{checkAt: 1}"), asked("pushes", "{}", "{dueAt: 1}"),
				asked("pushes", "{dueAt: {$lte: " + DATE + "}}", "{dueAt: 1}"), asked("pushes", "{userId: 'a'}", "{}"),
				asked("push_devices", "{userId: 'a'}", "{createdAt: 1}"),
				asked("chat_messages", "{conversationId: 'a', seq: {$gt: 1}}", "{seq: -1}"),
				asked("chat_members", "{conversationId: 'a', member: true}", "{}"),
				asked("chat_members", "{dueAt: {$gt: " + DATE + "}}", "{dueAt: 1}"),
				asked("chat_members", "{dueAt: {$lte: " + DATE + "}}", "{dueAt: 1}"),
				asked("deferred_news", "{'recipient.userId': 'a'}", "{}"),
				asked("notification_receipts", "{_id: {$in: ['a', 'b']}}", "{}"),
				asked("notification_receipts", "{notificationId: 'a'}", "{at: -1}"),
				asked("deferred_news", "{source: 'a'}", "{}"),
				asked("deferred_news", "{'news.place.threadId': 'a'}", "{}"),
				asked("deferred_news", "{nextAt: {$lte: " + DATE + "}}", "{nextAt: 1}"),
				asked("mails", "{rank: {$in: [1, 2, 3]}, dueAt: {$lte: " + DATE + "}}", "{rank: 1, dueAt: 1}"),
				asked("mails", "{rank: {$in: [1, 2, 3]}, dueAt: {$gt: " + DATE + "}}", "{dueAt: 1}"),
				asked("mails", "{key: 'a'}", "{}"), asked("mails", "{state: 'SENT', _id: {$lt: 'a'}}", "{_id: -1}"),
				asked("people", "{$or: [{_id: {$in: ['a']}}, {usernameKey: {$in: ['b']}}]}", "{}"),
				asked("people", "{roles: {$in: ['admin']}}", "{}"), asked("posts", "{threadId: 'a', number: 1}", "{}"),
				asked("threads", "{checkAt: {$lte: " + DATE + "}}", "{checkAt: 1}"),
				asked("early_votes", "{dueAt: {$lte: " + DATE + "}}", "{dueAt: 1}"),
				asked("early_votes", "{'vote.authorId': 'a'}", "{}"),
				asked("preferences", "{digests: {$in: ['DAILY', 'WEEKLY']}, _id: {$gt: 'a'}}", "{}"));
	}

	@ParameterizedTest
	@MethodSource("queries")
	void queryUsesIndex(RecordedQuery recordedQuery) {
		assertThat(recordedQuery.in(this.mongo).stages()).isNotEmpty().doesNotContain("COLLSCAN", "SORT");
	}

	/** Inactive followers of a category have thousands of unread notifications. */
	@Test
	void unreadNotificationsAreCountedByTheirIndexAlone() {
		var counts = BsonDocument.parse("""
				{aggregate: 'notifications', cursor: {}, pipeline: [
				{$match: {userId: {$in: ['a', 'b']}, listed: true, read: false}},
				{$group: {_id: {userId: '$userId', categoryId: '$categoryId'}, count: {$sum: 1}}}]}""");
		assertThat(QueryExplanation.of(this.mongo, counts).stages()).contains("IXSCAN").doesNotContain("FETCH");
	}

	@Test
	void queryWithoutIndexIsDetected() {
		assertThat(asked("mails", "{userId: {$exists: true}, attempts: 3}", "{attempts: 1}").in(this.mongo).stages())
			.contains("SORT");
	}

	@Test
	void collectionsWithRetentionHaveTtlIndex() {
		for (var collection : List.of("notifications", "notification_receipts", "mails", "posts", "threads",
				"social_items", "early_votes", "health_checks")) {
			assertThat(this.mongo.indexOps(collection).getIndexInfo()).as(collection)
				.anyMatch((index) -> index.getExpireAfter().isPresent());
		}
	}

}
