package org.parley.webhook.subscription;

import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.privacy.PersonalCollections;
import org.parley.webhook.subscription.event.SubscriptionRemoved;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Personal data in subscriptions, which leave with their owner, and the state of
 * accounts.
 */
@Configuration(proxyBeanMethods = false)
class SubscriptionData {

	@Bean
	PersonalCollections ownedSubscriptions(MongoOperations mongo, WebhookSubscriptions webhookSubscriptions,
			UnitOfWork unitOfWork, ApplicationEventPublisher publisher) {
		var data = new PersonalCollections(mongo);
		data.of("subscriptions", "subscriptions", "owner")
			.exporting("url", "events", "categories", "tags", "description", "status", "createdAt")
			.erasedBy((person, limit) -> unitOfWork.run(() -> {
				var owned = webhookSubscriptions.findOwned(person, limit);
				owned.forEach((one) -> {
					webhookSubscriptions.remove(one);
					publisher.publishEvent(new SubscriptionRemoved(one.id()));
				});
				return (long) owned.size();
			}));
		data.one("subscriptionClaims", WebhookSubscriptions.CLAIMS).deleting();
		data.one("person", "people").exporting("roles").deleting();
		return data;
	}

}
