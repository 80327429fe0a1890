package org.parley.social.privacy;

import org.parley.platform.events.privacy.CollectionPersonalData;
import org.parley.platform.events.privacy.DeletedUser;
import org.parley.platform.events.privacy.PersonalData;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;

/**
 * The personal data in this service, for export and erasure. Erasure removes posts,
 * comments, reactions, follows, blocks and feeds.
 */
@Configuration(proxyBeanMethods = false)
class SocialPersonalData {

	/** The tombstone keeps late events and tokens from bringing the person back. */
	@Bean
	PersonalData socialPersonData(MongoOperations mongo) {
		return CollectionPersonalData.one(mongo, "member", "people")
			.exporting("username", "displayName", "avatarUrl", "status", "closed")
			.changed((_) -> new Update().set("username", DeletedUser.USERNAME)
				.set("displayName", DeletedUser.DISPLAY_NAME)
				.set("status", "DELETED")
				.unset("avatarUrl"));
	}

	@Bean
	PersonalData followData(MongoOperations mongo) {
		return CollectionPersonalData.withIdPrefix(mongo, "follows", "follows")
			.exporting("followeeId", "state")
			.deleting();
	}

	@Bean
	PersonalData followerData(MongoOperations mongo) {
		return CollectionPersonalData.indexed(mongo, "followers", "follows", "followeeId")
			.exporting("followerId", "state")
			.deleting();
	}

	@Bean
	PersonalData blockData(MongoOperations mongo) {
		return CollectionPersonalData.withIdPrefix(mongo, "blocks", "blocks").exporting("blockedId").deleting();
	}

	/** The person may not see who blocks them. */
	@Bean
	PersonalData blockedByData(MongoOperations mongo) {
		return CollectionPersonalData.indexed(mongo, "blockedBy", "blocks", "blockedId").deleting();
	}

	@Bean
	PersonalData pairData(MongoOperations mongo) {
		return CollectionPersonalData.indexed(mongo, "pairs", "pairs", "people").deleting();
	}

	@Bean
	PersonalData socialReactionData(MongoOperations mongo, EraseReactions eraseReactions) {
		return new ErasedItems(
				CollectionPersonalData.withIdPrefix(mongo, "reactions", "reactions").exporting("targetId", "kind"),
				eraseReactions::erase);
	}

	@Bean
	PersonalData commentData(MongoOperations mongo, EraseComments eraseComments) {
		return new ErasedItems(CollectionPersonalData.indexed(mongo, "comments", "comments", "authorId")
			.exporting("_id", "postId", "text", "status", "createdAt", "editedAt"), eraseComments::erase);
	}

	@Bean
	PersonalData socialPostData(MongoOperations mongo, ErasePosts erasePosts) {
		return new ErasedItems(
				CollectionPersonalData.indexed(mongo, "posts", "posts", "authorId")
					.exporting("_id", "text", "mediaIds", "visibility", "status", "createdAt", "editedAt"),
				erasePosts::erase);
	}

	@Bean
	PersonalData feedData(MongoOperations mongo) {
		return CollectionPersonalData.withIdPrefix(mongo, "feed", "feed").deleting();
	}

	@Bean
	PersonalData largeAuthorData(MongoOperations mongo) {
		return CollectionPersonalData.one(mongo, "largeAuthor", "large_authors").deleting();
	}

	/** Erasure keeps the report and removes the note. */
	@Bean
	PersonalData socialReportData(MongoOperations mongo) {
		return CollectionPersonalData.indexed(mongo, "reports", "reports", "reporterId")
			.exporting("targetId", "reason", "note", "createdAt")
			.changed((_) -> new Update().unset("note"));
	}

}
