package org.parley.forum.privacy;

import java.util.List;

import org.bson.Document;
import org.parley.contracts.forum.PostStatus;
import org.parley.forum.member.Members;
import org.parley.forum.text.Slug;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.privacy.DeletedUser;
import org.parley.platform.privacy.PersonalCollections;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/**
 * The personal data in this service, for export and erasure. Erasure keeps threads, posts
 * and votes and replaces their author by the deleted user. It deletes earlier texts, and
 * those that the person had deleted, which are of no use to others.
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
		data.indexed("threads", "threads", "authorId")
			.exporting("_id", "title", "tags", "status", "createdAt", "deletedAt");
		data.indexed("posts", "posts", "authorId")
			.exporting("_id", "threadId", "number", "content", "status", "createdAt", "editedAt");
		data.of("deleted-posts", "posts",
				(person) -> Criteria.where("authorId").is(person).and("status").is(PostStatus.DELETED))
			.changed((_) -> withoutText());
		data.of("deleted-threads", "threads", "authorId")
			.erasedBy((person, limit) -> eraseDeletedThreads(mongo, person, limit));
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

	private static Update withoutText() {
		return Update.update("content", "…")
			.set("html", "<p>…</p>\n")
			.set("quotes", List.of())
			.unset("mentions")
			.unset("media");
	}

	/** A thread without replies, with its opening post. */
	private static long eraseDeletedThreads(MongoOperations mongo, String person, int limit) {
		var deleted = new Query(Criteria.where("authorId")
			.is(person)
			.and("deletedBy")
			.is(person)
			.and("lastNumber")
			.is(1)
			.and("title")
			.ne(DeletedUser.NO_TITLE)).limit(limit);
		deleted.fields().include("_id");
		var ids = mongo.find(deleted, Document.class, "threads")
			.stream()
			.map((found) -> found.getString("_id"))
			.toList();
		if (!ids.isEmpty()) {
			mongo.updateMulti(new Query(Criteria.where("threadId").in(ids)), withoutText(), "posts");
			mongo.updateMulti(new Query(Criteria.where("_id").in(ids)),
					Update.update("title", DeletedUser.NO_TITLE)
						.set("slug", Slug.of(DeletedUser.NO_TITLE))
						.set("tags", List.of())
						.set("tagKeys", List.of())
						.set("excerpt", "")
						.unset("picture"),
					"threads");
		}
		return ids.size();
	}

}
