package org.parley.webhook.delivery.sending;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;

import org.parley.platform.domain.RefusalException;
import org.parley.platform.security.outbound.HttpOutcome;
import org.parley.webhook.delivery.Deliveries;
import org.parley.webhook.delivery.Deliveries.DeliveryChange;
import org.parley.webhook.delivery.DeliveryAttempt;
import org.parley.webhook.delivery.DeliverySettings;
import org.parley.webhook.delivery.DeliveryStatus;
import org.parley.webhook.delivery.WebhookDelivery;
import org.parley.webhook.subscription.EndpointHealth;
import org.parley.webhook.subscription.WebhookSubscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Records what became of claimed deliveries, unless their claims were lost. */
@Component
class RecordDeliveryOutcome {

	private static final Logger log = LoggerFactory.getLogger(RecordDeliveryOutcome.class);

	private static final Duration PAUSE = Duration.ofSeconds(5);

	private final Deliveries deliveries;

	private final EndpointHealth endpointHealth;

	private final RetrySchedule retrySchedule;

	private final DeliverySettings settings;

	private final DeliveryMetrics metrics;

	private final InstantSource clock;

	RecordDeliveryOutcome(Deliveries deliveries, EndpointHealth endpointHealth, RetrySchedule retrySchedule,
			DeliverySettings settings, DeliveryMetrics metrics, InstantSource clock) {
		this.deliveries = deliveries;
		this.endpointHealth = endpointHealth;
		this.retrySchedule = retrySchedule;
		this.settings = settings;
		this.metrics = metrics;
		this.clock = clock;
	}

	/**
	 * Records deliveries with one command, and then the health of their endpoints: the
	 * end of a subscription cancels only what is still open.
	 */
	void record(List<ClaimedDelivery> done) {
		this.deliveries.apply(done.stream().map(this::change).toList());
		var bySubscription = new LinkedHashMap<WebhookSubscription, Health>();
		for (var one : done) {
			if (one.subscription() != null && one.outcome() != null) {
				bySubscription.merge(one.subscription(), Health.of(one.outcome()), Health::stronger);
			}
		}
		bySubscription.forEach(this::recordHealth);
	}

	/**
	 * The next attempt tells the same, so a failure is no reason to repeat the record.
	 */
	private void recordHealth(WebhookSubscription subscription, Health health) {
		try {
			switch (health) {
				case FAILED -> this.endpointHealth.recordFailure(subscription);
				case ACCEPTED -> this.endpointHealth.recordSuccess(subscription);
				case GONE -> this.endpointHealth.recordGone(subscription);
			}
		}
		catch (DataAccessException | RefusalException ex) {
			log.atWarn()
				.addKeyValue("subscription", subscription.id())
				.addKeyValue("cause", ex.getClass().getName())
				.log("The health of an endpoint was not recorded");
		}
	}

	private DeliveryChange change(ClaimedDelivery one) {
		var delivery = one.delivery();
		if (one.outcome() != null) {
			return ofAttempt(delivery, one.outcome());
		}
		if (one.subscription() == null) {
			return drop(delivery, DeliveryStatus.CANCELLED);
		}
		return switch (one.visibility()) {
			case HIDDEN -> withhold(delivery);
			case UNKNOWN -> awaitCategory(delivery);
			case READABLE -> postpone(delivery);
		};
	}

	private DeliveryChange ofAttempt(WebhookDelivery delivery, HttpOutcome outcome) {
		var attempt = DeliveryAttempt.of(outcome, this.clock.instant());
		if (outcome.isSuccess()) {
			this.metrics.count("delivered", outcome.took());
			return DeliveryChange.finishing(delivery, attempt, DeliveryStatus.DELIVERED);
		}
		if (outcome.isGone()) {
			this.metrics.count("gone", outcome.took());
			return DeliveryChange.finishing(delivery, attempt, DeliveryStatus.FAILED);
		}
		var pause = this.retrySchedule.pauseAfter(delivery.tries() + 1, outcome.retryAfter());
		this.metrics.count(pause.isPresent() ? "retried" : "failed", outcome.took());
		return pause.map((wait) -> DeliveryChange.retrying(delivery, attempt, attempt.at().plus(wait)))
			.orElseGet(() -> DeliveryChange.finishing(delivery, attempt, DeliveryStatus.FAILED));
	}

	private DeliveryChange postpone(WebhookDelivery delivery) {
		return DeliveryChange.postponing(delivery, this.clock.instant().plus(PAUSE));
	}

	/**
	 * Postpones a delivery whose category is not known yet, since events arrive in any
	 * order; withholds it when the patience ends.
	 */
	private DeliveryChange awaitCategory(WebhookDelivery delivery) {
		return this.clock.instant().isBefore(delivery.createdAt().plus(this.settings.patience())) ? postpone(delivery)
				: withhold(delivery);
	}

	/**
	 * Ends a delivery that its owner may not read; the log does not mention it unless it
	 * did before.
	 */
	private DeliveryChange withhold(WebhookDelivery delivery) {
		if (!delivery.attempts().isEmpty()) {
			return drop(delivery, DeliveryStatus.WITHHELD);
		}
		this.metrics.count(DeliveryStatus.WITHHELD.word(), Duration.ZERO);
		return DeliveryChange.removing(delivery);
	}

	private DeliveryChange drop(WebhookDelivery delivery, DeliveryStatus status) {
		this.metrics.count(status.word(), Duration.ZERO);
		return DeliveryChange.dropping(delivery, status, this.clock.instant());
	}

	/** What attempts say about an endpoint; of several, the last one here counts. */
	private enum Health {

		FAILED, ACCEPTED, GONE;

		static Health of(HttpOutcome outcome) {
			if (outcome.isSuccess()) {
				return ACCEPTED;
			}
			return outcome.isGone() ? GONE : FAILED;
		}

		Health stronger(Health other) {
			return (compareTo(other) > 0) ? this : other;
		}

	}

}
