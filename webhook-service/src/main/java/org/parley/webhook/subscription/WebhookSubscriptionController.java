package org.parley.webhook.subscription;

import java.net.URI;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.parley.platform.security.Caller;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;
import org.parley.platform.web.IfMatch;
import org.parley.platform.web.idempotency.Idempotent;
import org.parley.platform.web.paging.Paged;
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

/** Who is told of what, for administrators. */
@RestController
@RequestMapping("/api/v1/webhook/subscriptions")
@Tag(name = "Webhooks")
class WebhookSubscriptionController {

	private final WebhookSubscriptions webhookSubscriptions;

	private final ManageSubscriptions manageSubscriptions;

	WebhookSubscriptionController(WebhookSubscriptions webhookSubscriptions, ManageSubscriptions manageSubscriptions) {
		this.webhookSubscriptions = webhookSubscriptions;
		this.manageSubscriptions = manageSubscriptions;
	}

	@GetMapping
	@Operation(summary = "Subscriptions, newest first")
	Paged<WebhookSubscriptionView> list(@Valid @ParameterObject WebhookSubscriptionQuery wish, Caller caller) {
		return this.webhookSubscriptions.page(wish);
	}

	@PostMapping
	@Idempotent(secret = true)
	@Operation(summary = "Subscribe; the secret is shown this one time")
	ResponseEntity<Data<NewWebhookSecret>> create(@Valid @RequestBody WebhookSubscriptionRequest request,
			Caller caller) {
		var made = this.manageSubscriptions.subscribe(request, caller);
		return ResponseEntity.created(URI.create("/api/v1/webhook/subscriptions/" + made.subscription().id()))
			.eTag(EntityTagResponses.tag(made.subscription().version(), made.subscription()))
			.body(new Data<>(made));
	}

	@GetMapping("/{id}")
	@Operation(summary = "A subscription")
	ResponseEntity<Data<WebhookSubscriptionView>> get(@PathVariable String id, Caller caller) {
		var view = this.webhookSubscriptions.existing(id).view();
		return EntityTagResponses.of(view.version(), view);
	}

	@PatchMapping("/{id}")
	@Operation(summary = "Change a subscription, disable it or let it be told again")
	ResponseEntity<Data<WebhookSubscriptionView>> change(@PathVariable String id,
			@Valid @RequestBody WebhookSubscriptionRequest request, IfMatch condition, Caller caller) {
		var view = this.manageSubscriptions.change(id, request, condition, caller);
		return EntityTagResponses.of(view.version(), view);
	}

	@PostMapping("/{id}/rotate")
	@Operation(summary = "Make a new secret; the last one signs beside it for a day")
	Data<NewWebhookSecret> rotate(@PathVariable String id, IfMatch condition, Caller caller) {
		return new Data<>(this.manageSubscriptions.rotate(id, condition, caller));
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Unsubscribe; its deliveries go with it")
	void remove(@PathVariable String id, IfMatch condition, Caller caller) {
		this.manageSubscriptions.remove(id, condition, caller);
	}

}
