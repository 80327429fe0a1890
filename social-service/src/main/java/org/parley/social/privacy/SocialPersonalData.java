package org.parley.social.privacy;

import org.parley.platform.privacy.DeletedUser;
import org.parley.platform.privacy.PersonalCollections;

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

	@Bean
	PersonalCollections socialData(MongoOperations mongo, EraseReactions eraseReactions, EraseComments eraseComments,
			ErasePosts erasePosts) {
		var data = new PersonalCollections(mongo);
		// The tombstone keeps late events and tokens from bringing the person back
		data.one("member", "people")
			.exporting("username", "displayName", "avatarUrl", "status", "closed")
			.changed((_) -> new Update().set("username", DeletedUser.USERNAME)
				.set("displayName", DeletedUser.DISPLAY_NAME)
				.set("status", "DELETED")
				.unset("avatarUrl"));
		data.withIdPrefix("follows", "follows").exporting("followeeId", "state").deleting();
		data.indexed("followers", "follows", "followeeId").exporting("followerId", "state").deleting();
		data.withIdPrefix("blocks", "blocks").exporting("blockedId").deleting();
		// The person may not see who blocks them
		data.indexed("blocked-by", "blocks", "blockedId").deleting();
		data.indexed("person-pairs", "person_pairs", "people").deleting();
		data.withIdPrefix("reactions", "reactions").exporting("targetId", "kind").erasedBy(eraseReactions::erase);
		data.indexed("comments", "comments", "authorId")
			.exporting("_id", "postId", "text", "status", "createdAt", "editedAt")
			.erasedBy(eraseComments::erase);
		data.indexed("posts", "posts", "authorId")
			.exporting("_id", "text", "mediaIds", "visibility", "status", "createdAt", "editedAt")
			.erasedBy(erasePosts::erase);
		data.withIdPrefix("feed", "feed").deleting();
		data.one("large-author", "large_authors").deleting();
		// Erasure keeps the report and removes the note
		data.indexed("reports", "reports", "reporterId")
			.exporting("targetId", "reason", "note", "createdAt")
			.changed((_) -> new Update().unset("note"));
		return data;
	}

}
