package org.parley.forum.privacy;

import org.parley.forum.member.Members;
import org.parley.platform.events.privacy.CollectionPersonalData;
import org.parley.platform.events.privacy.DeletedUser;
import org.parley.platform.events.privacy.PersonalData;
import org.parley.platform.web.transaction.UnitOfWork;

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
	PersonalData memberData(MongoOperations mongo, Members members, UnitOfWork unitOfWork) {
		var stored = CollectionPersonalData.one(mongo, "member", "members")
			.exporting("username", "displayName", "avatarUrl", "status")
			.changed((person) -> new Update().set("username", DeletedUser.USERNAME)
				.set("displayName", DeletedUser.DISPLAY_NAME)
				.set("status", "DELETED")
				.unset("avatarUrl"));
		return new MemberPersonalData(stored, members, unitOfWork);
	}

	@Bean
	PersonalData threadData(MongoOperations mongo) {
		return CollectionPersonalData.indexed(mongo, "threads", "threads", "authorId")
			.exporting("_id", "title", "tags", "status", "createdAt");
	}

	@Bean
	PersonalData postData(MongoOperations mongo) {
		return CollectionPersonalData.indexed(mongo, "posts", "posts", "authorId")
			.exporting("_id", "threadId", "number", "content", "status", "createdAt", "editedAt");
	}

	@Bean
	PersonalData voteData(MongoOperations mongo) {
		return CollectionPersonalData.withIdPrefix(mongo, "votes", "votes").exporting("targetId", "value", "at");
	}

	@Bean
	PersonalData bookmarkData(MongoOperations mongo) {
		return CollectionPersonalData.of(mongo, "bookmarks", "bookmarks", MEMBER)
			.exporting("targetId", "threadId", "at")
			.deleting();
	}

	@Bean
	PersonalData draftData(MongoOperations mongo) {
		return CollectionPersonalData.of(mongo, "drafts", "drafts", MEMBER)
			.exporting("threadId", "replyTo", "category", "title", "content", "tags", "createdAt", "updatedAt")
			.deleting();
	}

	@Bean
	PersonalData subscriptionData(MongoOperations mongo) {
		return CollectionPersonalData.withIdPrefix(mongo, "subscriptions", "subscriptions")
			.exporting("target", "level", "at")
			.deleting();
	}

	@Bean
	PersonalData progressData(MongoOperations mongo) {
		return CollectionPersonalData.withIdPrefix(mongo, "progress", "progress")
			.exporting("_id", "number", "at")
			.deleting();
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
			.exporting("postId", "reason", "note", "status", "createdAt")
			.changed((person) -> new Update().unset("note"));
	}

}
