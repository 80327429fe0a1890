package org.parley.forum.privacy;

import org.parley.forum.member.Members;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.privacy.DeletedUser;
import org.parley.platform.privacy.PersonalCollections;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;

/**
 * The personal data in this service, for export and erasure. Erasure keeps threads, posts
 * and votes, replaces their author by the deleted user and deletes earlier texts.
 */
@Configuration(proxyBeanMethods = false)
class ForumPersonalData {

	private static final String MEMBER = "memberId";

	@Bean
	PersonalCollections forumData(MongoOperations mongo, Members members, UnitOfWork unitOfWork) {
		var data = new PersonalCollections(mongo);
		data.one("member", "members").exporting("username", "displayName", "avatarUrl", "status").changed((person) -> {
			unitOfWork.afterCommit(members::forget);
			return new Update().set("username", DeletedUser.USERNAME)
				.set("displayName", DeletedUser.DISPLAY_NAME)
				.set("status", "DELETED")
				.unset("avatarUrl")
				.unset("groups")
				.unset("nameTerms");
		});
		data.indexed("threads", "threads", "authorId").exporting("_id", "title", "tags", "status", "createdAt");
		data.indexed("posts", "posts", "authorId")
			.exporting("_id", "threadId", "number", "content", "status", "createdAt", "editedAt");
		data.indexed("post-history", "post_history", "authorId")
			.exporting("postId", "version", "content", "until")
			.deleting();
		data.withIdPrefix("votes", "votes").exporting("targetId", "value", "at");
		data.of("bookmarks", "bookmarks", MEMBER).exporting("targetId", "threadId", "at").deleting();
		data.of("drafts", "drafts", MEMBER)
			.exporting("threadId", "replyTo", "category", "title", "content", "tags", "createdAt", "updatedAt")
			.deleting();
		data.of("incomplete-posts", "incomplete_posts", "mailed.authorId").deleting();
		data.withIdPrefix("subscriptions", "subscriptions").exporting("target", "level", "at").deleting();
		data.of("incoming-addresses", "incoming_addresses", "creatorId")
			.exporting("name", "template", "createdAt")
			.deleting();
		data.withIdPrefix("read-positions", "read_positions").exporting("_id", "number", "at").deleting();
		// Erasure replaces the moderator of a merge or split by the deleted user
		data.indexed("thread-relocations", "thread_relocations", "by._id").changed((_) -> DeletedUser.at("by"));
		// Erasure keeps the report and removes the note
		data.indexed("reports", "reports", "reporterId")
			.exporting("postId", "reason", "note", "status", "createdAt")
			.changed((person) -> new Update().unset("note"));
		return data;
	}

}
