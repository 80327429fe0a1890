package org.parley.webhook.subscription;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.parley.platform.domain.Ids;
import org.parley.webhook.WebhookIT;
import org.parley.webhook.visibility.Subscriber;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** The worker finds subscriptions that the API, another process, has just stored. */
class ActiveSubscriptionsIT extends WebhookIT {

	private static final String TYPE = "thread.archived";

	@Autowired
	private WebhookSubscriptions webhookSubscriptions;

	@Test
	void subscriptionOfAnotherProcessReceivesTheNextEvent() {
		this.webhookSubscriptions.findActive(TYPE, Instant.now());
		var subscription = storeElsewhere();
		assertThat(this.webhookSubscriptions.findActive(TYPE, Instant.now())).extracting(Subscriber::id)
			.contains(subscription.id());
		this.mongo.remove(subscription);
		assertThat(this.webhookSubscriptions.findActive(TYPE, Instant.now())).extracting(Subscriber::id)
			.doesNotContain(subscription.id());
	}

	@Test
	void eventsOfOneBatchShareOneQuery() {
		var first = Instant.now().minusMillis(20);
		this.webhookSubscriptions.findActive(TYPE, first.plusMillis(10));
		var subscription = storeElsewhere();
		assertThat(this.webhookSubscriptions.findActive(TYPE, first)).extracting(Subscriber::id)
			.doesNotContain(subscription.id());
		this.mongo.remove(subscription);
	}

	private WebhookSubscription storeElsewhere() {
		return this.mongo.insert(new WebhookSubscription(Ids.next(), Ids.next(), Instant.now(),
				"https://example.org/hook", Set.of(TYPE), List.of()));
	}

}
