package org.parley.forum.own;

import org.parley.platform.events.personal.Gone;
import org.parley.platform.events.personal.PersonalData;
import org.parley.platform.events.personal.StoredData;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;

/**
 * What there is. Threads and posts stay, by somebody who is gone; votes stay, as numbers
 * of nobody.
 */
@Configuration(proxyBeanMethods = false)
class OwnData {

	private static final String MEMBER = "memberId";

	@Bean
	PersonalData memberData(MongoOperations mongo) {
		return StoredData.one(mongo, "member", "members")
			.shown("username", "displayName", "avatarUrl", "status")
			.changed((person) -> new Update().set("username", Gone.USERNAME)
				.set("displayName", Gone.DISPLAY_NAME)
				.set("status", "DELETED")
				.unset("avatarUrl"));
	}

	@Bean
	PersonalData threadData(MongoOperations mongo) {
		return StoredData.indexed(mongo, "threads", "threads", "authorId")
			.shown("_id", "title", "tags", "status", "createdAt");
	}

	@Bean
	PersonalData postData(MongoOperations mongo) {
		return StoredData.indexed(mongo, "posts", "posts", "authorId")
			.shown("_id", "threadId", "number", "content", "status", "createdAt", "editedAt");
	}

	@Bean
	PersonalData voteData(MongoOperations mongo) {
		return StoredData.below(mongo, "votes", "votes").shown("targetId", "value", "at");
	}

	@Bean
	PersonalData bookmarkData(MongoOperations mongo) {
		return StoredData.of(mongo, "bookmarks", "bookmarks", MEMBER).shown("targetId", "threadId", "at").removed();
	}

	@Bean
	PersonalData draftData(MongoOperations mongo) {
		return StoredData.of(mongo, "drafts", "drafts", MEMBER)
			.shown("threadId", "replyTo", "category", "title", "content", "tags", "createdAt", "updatedAt")
			.removed();
	}

	@Bean
	PersonalData subscriptionData(MongoOperations mongo) {
		return StoredData.below(mongo, "subscriptions", "subscriptions").shown("target", "level", "at").removed();
	}

	@Bean
	PersonalData progressData(MongoOperations mongo) {
		return StoredData.below(mongo, "progress", "progress").shown("_id", "number", "at").removed();
	}

	/** Who merged and split threads did so as somebody who is gone. */
	@Bean
	PersonalData workData(MongoOperations mongo) {
		return StoredData.indexed(mongo, "thread-works", "thread_works", "by._id").changed((_) -> Gone.at("by"));
	}

	/** What was wrong with a post stays; the words of who said so do not. */
	@Bean
	PersonalData reportData(MongoOperations mongo) {
		return StoredData.indexed(mongo, "reports", "reports", "reporterId")
			.shown("postId", "reason", "note", "status", "createdAt")
			.changed((person) -> new Update().unset("note"));
	}

}
