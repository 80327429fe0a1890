package org.parley.chat.privacy;

import org.parley.chat.person.RecentPeople;
import org.parley.platform.events.privacy.CollectionPersonalData;
import org.parley.platform.events.privacy.DeletedUser;
import org.parley.platform.events.privacy.PersonalData;

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
	PersonalData chatPersonData(MongoOperations mongo, RecentPeople recent) {
		return CollectionPersonalData.one(mongo, "member", "people")
			.exporting("username", "displayName", "avatarUrl", "status")
			.changed((person) -> {
				recent.erase(person);
				return new Update().set("username", DeletedUser.USERNAME)
					.set("displayName", DeletedUser.DISPLAY_NAME)
					.set("status", "DELETED")
					.unset("avatarUrl");
			});
	}

	@Bean
	PersonalData chatPreferenceData(MongoOperations mongo) {
		return CollectionPersonalData.one(mongo, "preferences", "preferences").exporting("writers").deleting();
	}

	@Bean
	PersonalData membershipData(MongoOperations mongo) {
		return CollectionPersonalData.withIdPrefix(mongo, "memberships", "memberships")
			.exporting("conversationId", "position", "mutedUntil", "joinedAt");
	}

	@Bean
	PersonalData messageData(MongoOperations mongo) {
		return CollectionPersonalData.of(mongo, "messages", "messages", "authorId")
			.exporting("_id", "conversationId", "seq", "text", "mediaIds", "status", "createdAt", "editedAt");
	}

	@Bean
	PersonalData reactionData(MongoOperations mongo) {
		return CollectionPersonalData.withIdPrefix(mongo, "reactions", "reactions")
			.exporting("messageId", "emoji", "at");
	}

	/** Erasure keeps the report and removes the note. */
	@Bean
	PersonalData messageReportData(MongoOperations mongo) {
		return CollectionPersonalData.indexed(mongo, "reports", "reports", "reporterId")
			.exporting("messageId", "reason", "note", "createdAt")
			.changed((_) -> new Update().unset("note"));
	}

}
