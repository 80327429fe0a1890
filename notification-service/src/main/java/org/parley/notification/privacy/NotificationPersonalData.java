package org.parley.notification.privacy;

import org.parley.platform.events.privacy.CollectionPersonalData;
import org.parley.platform.events.privacy.DeletedUser;
import org.parley.platform.events.privacy.PersonalData;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;

/**
 * Personal data in the collections of this service. Notifications of other users keep
 * erased users as deleted actors; sent mails have no content.
 */
@Configuration(proxyBeanMethods = false)
class NotificationPersonalData {

	@Bean
	PersonalData personData(MongoOperations mongo) {
		return CollectionPersonalData.one(mongo, "person", "people").exporting("displayName", "roles").deleting();
	}

	@Bean
	PersonalData contactData(MongoOperations mongo) {
		return CollectionPersonalData.one(mongo, "contact", "contacts")
			.exporting("address", "verified", "language", "timeZone")
			.deleting();
	}

	@Bean
	PersonalData preferenceData(MongoOperations mongo) {
		return CollectionPersonalData.one(mongo, "preferences", "preferences")
			.exporting("choices", "quietHours")
			.deleting();
	}

	@Bean
	PersonalData notificationData(MongoOperations mongo) {
		return CollectionPersonalData.indexed(mongo, "notifications", "notifications", "userId")
			.exporting("kind", "wording", "values", "body", "link", "count", "read", "createdAt")
			.deleting();
	}

	@Bean
	PersonalData mailData(MongoOperations mongo) {
		return CollectionPersonalData.of(mongo, "mails", "mails", "userId")
			.exporting("template", "state", "sentTo", "createdAt", "doneAt")
			.deleting();
	}

	@Bean
	PersonalData receiptData(MongoOperations mongo) {
		return CollectionPersonalData.withIdPrefix(mongo, "receipts", "notification_receipts").deleting();
	}

	@Bean
	PersonalData deferredNewsData(MongoOperations mongo) {
		return CollectionPersonalData.indexed(mongo, "late-news", "late_news", "recipient.userId").deleting();
	}

	@Bean
	PersonalData subscriptionData(MongoOperations mongo) {
		return CollectionPersonalData.withIdPrefix(mongo, "subscriptions", "subscriptions")
			.exporting("target", "level", "since")
			.deleting();
	}

	@Bean
	PersonalData roundData(MongoOperations mongo) {
		return CollectionPersonalData.indexed(mongo, "named-in-rounds", "rounds", "news.actor._id")
			.changed((_) -> DeletedUser.at("news.actor"));
	}

	@Bean
	PersonalData actorData(MongoOperations mongo) {
		return CollectionPersonalData.indexed(mongo, "named-in-notifications", "notifications", "actors._id")
			.changed((person) -> DeletedUser.renaming(new Update(), "actors.$[gone]")
				.filterArray(Criteria.where("gone._id").is(person)));
	}

	@Bean
	PersonalData receiptActorData(MongoOperations mongo) {
		return CollectionPersonalData.indexed(mongo, "named-in-receipts", "notification_receipts", "actor._id")
			.changed((_) -> DeletedUser.at("actor"));
	}

	@Bean
	PersonalData conversationData(MongoOperations mongo) {
		return CollectionPersonalData.withIdPrefix(mongo, "conversations", "chat_members").deleting();
	}

	@Bean
	PersonalData messageAuthorData(MongoOperations mongo) {
		return CollectionPersonalData.indexed(mongo, "named-in-messages", "chat_messages", "author._id")
			.changed((_) -> DeletedUser.at("author"));
	}

	@Bean
	PersonalData socialItemData(MongoOperations mongo) {
		return CollectionPersonalData.indexed(mongo, "social-items", "social_items", "personId").deleting();
	}

	@Bean
	PersonalData socialAccountData(MongoOperations mongo) {
		return CollectionPersonalData.one(mongo, "social-account", "social_accounts").deleting();
	}

	@Bean
	PersonalData earlyVoteData(MongoOperations mongo) {
		return CollectionPersonalData.indexed(mongo, "early-votes", "early_votes", "vote.authorId").deleting();
	}

	@Bean
	PersonalData deferredNewsActorData(MongoOperations mongo) {
		return CollectionPersonalData.indexed(mongo, "named-in-late-news", "late_news", "news.actor._id")
			.changed((_) -> DeletedUser.at("news.actor"));
	}

}
