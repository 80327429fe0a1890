package org.parley.webhook.subscription;

import java.time.InstantSource;
import java.util.function.Consumer;

import org.parley.platform.web.transaction.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Keeps how subscribers are, as far as deliveries show; who is ill too long is left
 * alone.
 */
@Component
public class EndpointHealth {

	private static final Logger log = LoggerFactory.getLogger(EndpointHealth.class);

	private final WebhookSubscriptions webhookSubscriptions;

	private final UnitOfWork work;

	private final ApplicationEventPublisher publisher;

	private final InstantSource clock;

	EndpointHealth(WebhookSubscriptions webhookSubscriptions, UnitOfWork work, ApplicationEventPublisher publisher,
			InstantSource clock) {
		this.webhookSubscriptions = webhookSubscriptions;
		this.work = work;
		this.publisher = publisher;
		this.clock = clock;
	}

	/** It has something now. */
	public void succeeded(WebhookSubscription webhookSubscription) {
		if (webhookSubscription.isFailing()) {
			note(webhookSubscription, WebhookSubscription::succeeded);
		}
	}

	/** It could not be told. */
	public void failed(WebhookSubscription webhookSubscription) {
		note(webhookSubscription, (found) -> found.failed(this.clock.instant()));
	}

	/** It wants no more. */
	public void gone(WebhookSubscription webhookSubscription) {
		note(webhookSubscription, WebhookSubscription::end);
	}

	private void note(WebhookSubscription seen, Consumer<WebhookSubscription> change) {
		this.work.run(() -> {
			this.webhookSubscriptions.find(seen.id())
				.filter(WebhookSubscription::isActive)
				.ifPresent((webhookSubscription) -> {
					var before = webhookSubscription.view();
					change.accept(webhookSubscription);
					if (!webhookSubscription.view().equals(before)) {
						keep(webhookSubscription);
					}
				});
			return seen;
		});
	}

	private void keep(WebhookSubscription webhookSubscription) {
		this.webhookSubscriptions.save(webhookSubscription);
		if (!webhookSubscription.isActive()) {
			this.publisher.publishEvent(new SubscriptionStopped(webhookSubscription.id()));
			log.atWarn()
				.addKeyValue("subscription", webhookSubscription.id())
				.addKeyValue("reason", webhookSubscription.view().reason())
				.log("A subscriber is told no more");
		}
	}

}
