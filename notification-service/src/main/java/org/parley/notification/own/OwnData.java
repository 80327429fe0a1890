package org.parley.notification.own;

import org.parley.platform.events.personal.Gone;
import org.parley.platform.events.personal.PersonalData;
import org.parley.platform.events.personal.StoredData;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;

/**
 * What there is. In what others were told, whoever is gone loses their name; what mails
 * said is not kept once they are sent.
 */
@Configuration(proxyBeanMethods = false)
class OwnData {

	@Bean
	PersonalData personData(MongoOperations mongo) {
		return StoredData.one(mongo, "person", "people").shown("displayName", "roles").removed();
	}

	@Bean
	PersonalData contactData(MongoOperations mongo) {
		return StoredData.one(mongo, "contact", "contacts")
			.shown("address", "verified", "language", "timeZone")
			.removed();
	}

	@Bean
	PersonalData preferenceData(MongoOperations mongo) {
		return StoredData.one(mongo, "preferences", "preferences").shown("choices").removed();
	}

	@Bean
	PersonalData notificationData(MongoOperations mongo) {
		return StoredData.indexed(mongo, "notifications", "notifications", "userId")
			.shown("kind", "wording", "values", "body", "link", "count", "read", "createdAt")
			.removed();
	}

	@Bean
	PersonalData mailData(MongoOperations mongo) {
		return StoredData.of(mongo, "mails", "mails", "userId")
			.shown("template", "state", "sentTo", "createdAt", "doneAt")
			.removed();
	}

	@Bean
	PersonalData tellingData(MongoOperations mongo) {
		return StoredData.below(mongo, "tellings", "tellings").removed();
	}

	@Bean
	PersonalData lateData(MongoOperations mongo) {
		return StoredData.indexed(mongo, "late-news", "late_news", "recipient.userId").removed();
	}

	@Bean
	PersonalData subscriptionData(MongoOperations mongo) {
		return StoredData.below(mongo, "subscriptions", "subscriptions").shown("target", "level", "since").removed();
	}

	@Bean
	PersonalData roundData(MongoOperations mongo) {
		return StoredData.indexed(mongo, "named-in-rounds", "rounds", "news.actor._id")
			.changed((_) -> Gone.at("news.actor"));
	}

	@Bean
	PersonalData actorData(MongoOperations mongo) {
		return StoredData.indexed(mongo, "named-in-notifications", "notifications", "actors._id")
			.changed((person) -> Gone.renaming(new Update(), "actors.$[gone]")
				.filterArray(Criteria.where("gone._id").is(person)));
	}

	@Bean
	PersonalData toldData(MongoOperations mongo) {
		return StoredData.indexed(mongo, "named-in-tellings", "tellings", "actor._id").changed((_) -> Gone.at("actor"));
	}

	@Bean
	PersonalData earlyVoteData(MongoOperations mongo) {
		return StoredData.indexed(mongo, "early-votes", "early_votes", "vote.authorId").removed();
	}

	@Bean
	PersonalData lateActorData(MongoOperations mongo) {
		return StoredData.indexed(mongo, "named-in-late-news", "late_news", "news.actor._id")
			.changed((_) -> Gone.at("news.actor"));
	}

}
