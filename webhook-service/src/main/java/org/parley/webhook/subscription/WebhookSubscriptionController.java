package org.parley.webhook.subscription;

import java.net.URI;
import java.time.InstantSource;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.parley.platform.domain.Caller;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;
import org.parley.platform.web.IfMatch;
import org.parley.platform.web.idempotency.Idempotent;
import org.parley.platform.web.paging.Paged;
import org.parley.webhook.subscription.WebhookSubscriptions.WebhookSubscriptionQuery;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Subscriptions: people have their own, administrators all. */
@RestController
@RequestMapping("/api/v1/webhook/subscriptions")
@Tag(name = "Webhooks")
class WebhookSubscriptionController {

	private final WebhookSubscriptions webhookSubscriptions;

	private final CreateSubscription createSubscription;

	private final ChangeSubscription changeSubscription;

	private final RotateWebhookSecret rotateWebhookSecret;

	private final InstantSource clock;

	WebhookSubscriptionController(WebhookSubscriptions webhookSubscriptions, CreateSubscription createSubscription,
			ChangeSubscription changeSubscription, RotateWebhookSecret rotateWebhookSecret, InstantSource clock) {
		this.webhookSubscriptions = webhookSubscriptions;
		this.createSubscription = createSubscription;
		this.changeSubscription = changeSubscription;
		this.rotateWebhookSecret = rotateWebhookSecret;
		this.clock = clock;
	}

	@GetMapping
	@Operation(summary = "List subscriptions, newest first")
	ResponseEntity<Paged<WebhookSubscriptionView>> list(@Valid @ParameterObject WebhookSubscriptionQuery query,
			Caller caller) {
		return EntityTagResponses.of(this.webhookSubscriptions.page(query, caller));
	}

	@PostMapping
	@Idempotent(secretAnswer = true)
	@ApiResponse(responseCode = "201")
	@Operation(summary = "Create a subscription; its secret is shown only once")
	ResponseEntity<Data<NewWebhookSecret>> create(@Valid @RequestBody WebhookSubscriptionRequest request,
			Caller caller) {
		var created = this.createSubscription.create(request, caller);
		return ResponseEntity.created(URI.create("/api/v1/webhook/subscriptions/" + created.subscription().id()))
			.eTag(EntityTagResponses.tag(created.subscription().version(), created.subscription()))
			.body(new Data<>(created));
	}

	@GetMapping("/{id}")
	@Operation(summary = "Get a subscription")
	ResponseEntity<Data<WebhookSubscriptionView>> get(@PathVariable String id, Caller caller) {
		var view = this.webhookSubscriptions.get(id, caller).view(this.clock.instant());
		return EntityTagResponses.of(view.version(), view);
	}

	@PatchMapping("/{id}")
	@Operation(summary = "Change, disable or enable a subscription")
	ResponseEntity<Data<WebhookSubscriptionView>> change(@PathVariable String id,
			@Valid @RequestBody WebhookSubscriptionRequest request, IfMatch condition, Caller caller) {
		var view = this.changeSubscription.change(id, request, condition, caller);
		return EntityTagResponses.of(view.version(), view);
	}

	@PostMapping("/{id}/rotate")
	@Operation(summary = "Rotate the secret; the previous one stays valid for a day")
	Data<NewWebhookSecret> rotate(@PathVariable String id, IfMatch condition, Caller caller) {
		return new Data<>(this.rotateWebhookSecret.rotate(id, condition, caller));
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Remove a subscription with its deliveries")
	void remove(@PathVariable String id, IfMatch condition, Caller caller) {
		this.changeSubscription.remove(id, condition, caller);
	}

}
