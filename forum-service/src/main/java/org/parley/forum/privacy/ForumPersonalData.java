package org.parley.forum.privacy;

import org.parley.platform.events.privacy.CollectionPersonalData;
import org.parley.platform.events.privacy.DeletedUser;
import org.parley.platform.events.privacy.PersonalData;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;

/**
 * The personal data in this service, for export and erasure. Erasure keeps threads, posts
 * and votes and replaces their author by the deleted user.
 */
@Configuration(proxyBeanMethods = false)
class ForumPersonalData {

	private static final String MEMBER = "memberId";

	@Bean
	PersonalData memberData(MongoOperations mongo) {
		return CollectionPersonalData.one(mongo, "member", "members")
			.shown("username", "displayName", "avatarUrl", "status")
			.changed((person) -> new Update().set("username", DeletedUser.USERNAME)
				.set("displayName", DeletedUser.DISPLAY_NAME)
				.set("status", "DELETED")
				.unset("avatarUrl"));
	}

	@Bean
	PersonalData threadData(MongoOperations mongo) {
		return CollectionPersonalData.indexed(mongo, "threads", "threads", "authorId")
			.shown("_id", "title", "tags", "status", "createdAt");
	}

	@Bean
	PersonalData postData(MongoOperations mongo) {
		return CollectionPersonalData.indexed(mongo, "posts", "posts", "authorId")
			.shown("_id", "threadId", "number", "content", "status", "createdAt", "editedAt");
	}

	@Bean
	PersonalData voteData(MongoOperations mongo) {
		return CollectionPersonalData.below(mongo, "votes", "votes").shown("targetId", "value", "at");
	}

	@Bean
	PersonalData bookmarkData(MongoOperations mongo) {
		return CollectionPersonalData.of(mongo, "bookmarks", "bookmarks", MEMBER)
			.shown("targetId", "threadId", "at")
			.removed();
	}

	@Bean
	PersonalData draftData(MongoOperations mongo) {
		return CollectionPersonalData.of(mongo, "drafts", "drafts", MEMBER)
			.shown("threadId", "replyTo", "category", "title", "content", "tags", "createdAt", "updatedAt")
			.removed();
	}

	@Bean
	PersonalData subscriptionData(MongoOperations mongo) {
		return CollectionPersonalData.below(mongo, "subscriptions", "subscriptions")
			.shown("target", "level", "at")
			.removed();
	}

	@Bean
	PersonalData progressData(MongoOperations mongo) {
		return CollectionPersonalData.below(mongo, "progress", "progress").shown("_id", "number", "at").removed();
	}

	/** Erasure replaces the moderator of a merge or split by the deleted user. */
	@Bean
	PersonalData workData(MongoOperations mongo) {
		return CollectionPersonalData.indexed(mongo, "thread-works", "thread_works", "by._id")
			.changed((_) -> DeletedUser.at("by"));
	}

	/** Erasure keeps the report and removes the note. */
	@Bean
	PersonalData reportData(MongoOperations mongo) {
		return CollectionPersonalData.indexed(mongo, "reports", "reports", "reporterId")
			.shown("postId", "reason", "note", "status", "createdAt")
			.changed((person) -> new Update().unset("note"));
	}

}
