package org.parley.webhook.delivery;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.parley.platform.domain.Caller;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;
import org.parley.platform.web.paging.Paged;
import org.parley.webhook.delivery.Deliveries.DeliveryQuery;
import org.parley.webhook.delivery.RedeliverWebhook.RedeliveryView;
import org.parley.webhook.delivery.ShowDelivery.DeliveryDetailView;
import org.parley.webhook.subscription.WebhookSubscriptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Deliveries of a subscription, for its owner and for administrators. */
@RestController
@RequestMapping("/api/v1/webhook/subscriptions/{id}")
@Tag(name = "Webhooks")
class DeliveryController {

	private static final Logger log = LoggerFactory.getLogger(DeliveryController.class);

	private final WebhookSubscriptions webhookSubscriptions;

	private final Deliveries deliveries;

	private final CreateDeliveries createDeliveries;

	private final RedeliverWebhook redeliverWebhook;

	private final ShowDelivery showDelivery;

	DeliveryController(WebhookSubscriptions webhookSubscriptions, Deliveries deliveries,
			CreateDeliveries createDeliveries, RedeliverWebhook redeliverWebhook, ShowDelivery showDelivery) {
		this.webhookSubscriptions = webhookSubscriptions;
		this.deliveries = deliveries;
		this.createDeliveries = createDeliveries;
		this.redeliverWebhook = redeliverWebhook;
		this.showDelivery = showDelivery;
	}

	@GetMapping("/deliveries")
	@Operation(summary = "List the deliveries of a subscription, newest first")
	ResponseEntity<Paged<DeliveryView>> list(@PathVariable String id, @Valid @ParameterObject DeliveryQuery query,
			Caller caller) {
		this.webhookSubscriptions.get(id, caller);
		return EntityTagResponses.of(this.deliveries.page(id, query));
	}

	@GetMapping("/deliveries/{delivery}")
	@Operation(summary = "Get a delivery with its request and the latest responses")
	ResponseEntity<Data<DeliveryDetailView>> get(@PathVariable String id, @PathVariable String delivery,
			Caller caller) {
		var subscription = this.webhookSubscriptions.get(id, caller);
		return EntityTagResponses.of(new Data<>(this.showDelivery.show(subscription, delivery, caller)));
	}

	@PostMapping("/redeliver")
	@ResponseStatus(HttpStatus.ACCEPTED)
	@Operation(summary = "Redeliver the messages of a time, up to 1,000")
	Data<RedeliveryView> redeliver(@PathVariable String id, @Valid @RequestBody RedeliveryRequest range,
			Caller caller) {
		var view = this.redeliverWebhook.redeliver(this.webhookSubscriptions.get(id, caller), range, caller);
		log.atInfo()
			.addKeyValue("person", caller.id())
			.addKeyValue("subscription", id)
			.addKeyValue("count", view.count())
			.log("Deliveries restarted");
		return new Data<>(view);
	}

	@PostMapping("/deliveries/{delivery}/redeliver")
	@ResponseStatus(HttpStatus.ACCEPTED)
	@Operation(summary = "Redeliver a message with the same webhook-id")
	Data<DeliveryView> redeliver(@PathVariable String id, @PathVariable String delivery, Caller caller) {
		var view = this.redeliverWebhook.redeliver(this.webhookSubscriptions.get(id, caller), delivery, caller);
		log.atInfo().addKeyValue("person", caller.id()).addKeyValue("delivery", delivery).log("Delivery restarted");
		return new Data<>(view);
	}

	@PostMapping("/test")
	@ResponseStatus(HttpStatus.ACCEPTED)
	@Operation(summary = "Send a test message, webhook.test")
	Data<DeliveryView> test(@PathVariable String id, Caller caller) {
		var view = this.createDeliveries.createTest(this.webhookSubscriptions.get(id, caller));
		log.atInfo().addKeyValue("person", caller.id()).addKeyValue("subscription", id).log("Test message created");
		return new Data<>(view);
	}

}
