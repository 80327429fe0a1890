package org.parley.chat.privacy;

import org.parley.chat.person.RecentPeople;
import org.parley.platform.privacy.DeletedUser;
import org.parley.platform.privacy.PersonalCollections;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;

/**
 * The personal data in this service, for export and erasure. Erasure keeps messages,
 * memberships and reactions, by the deleted user.
 */
@Configuration(proxyBeanMethods = false)
class ChatPersonalData {

	@Bean
	PersonalCollections chatData(MongoOperations mongo, RecentPeople recent) {
		var data = new PersonalCollections(mongo);
		data.one("member", "people").exporting("username", "displayName", "avatarUrl", "status").changed((person) -> {
			recent.erase(person);
			return new Update().set("username", DeletedUser.USERNAME)
				.set("displayName", DeletedUser.DISPLAY_NAME)
				.set("status", "DELETED")
				.unset("avatarUrl");
		});
		data.one("preferences", "preferences").exporting("writers", "hidesReading").deleting();
		data.withIdPrefix("memberships", "memberships")
			.exporting("conversationId", "position", "mutedUntil", "joinedAt");
		data.of("messages", "messages", "authorId")
			.exporting("_id", "conversationId", "seq", "text", "mediaIds", "status", "createdAt", "editedAt");
		// Only moderators read earlier texts
		data.indexed("message-revisions", "message_revisions", "authorId")
			.exporting("messageId", "version", "text", "replacedAt")
			.deleting();
		data.withIdPrefix("reactions", "reactions").exporting("messageId", "emoji", "at");
		// Erasure keeps the report and removes the note
		data.indexed("reports", "reports", "reporterId")
			.exporting("messageId", "reason", "note", "createdAt")
			.changed((_) -> new Update().unset("note"));
		return data;
	}

}
