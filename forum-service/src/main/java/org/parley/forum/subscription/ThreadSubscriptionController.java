package org.parley.forum.subscription;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.parley.forum.category.AuthorizedWriter;
import org.parley.forum.category.AuthorizedWriters;
import org.parley.forum.category.CategoryAccess;
import org.parley.forum.subscription.SubscriptionList.ThreadSubscriptionView;
import org.parley.forum.subscription.ThreadSubscriptions.ThreadSubscriptionRequest;
import org.parley.platform.domain.Caller;
import org.parley.platform.readmodels.category.Rights;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;
import org.parley.platform.web.paging.Paged;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Subscriptions")
class ThreadSubscriptionController {

	private final AuthorizedWriters authorizedWriters;

	private final CategoryAccess categories;

	private final SubscriptionTargets subscriptionTargets;

	private final ThreadSubscriptions threadSubscriptions;

	private final Subscribe subscribe;

	private final SubscriptionList list;

	ThreadSubscriptionController(AuthorizedWriters authorizedWriters, CategoryAccess categories,
			SubscriptionTargets subscriptionTargets, ThreadSubscriptions threadSubscriptions, Subscribe subscribe,
			SubscriptionList list) {
		this.authorizedWriters = authorizedWriters;
		this.categories = categories;
		this.subscriptionTargets = subscriptionTargets;
		this.threadSubscriptions = threadSubscriptions;
		this.subscribe = subscribe;
		this.list = list;
	}

	@GetMapping("/subscriptions")
	@Operation(summary = "List your followed and muted threads, categories and tags")
	ResponseEntity<Paged<ThreadSubscriptionView>> list(@Valid @ParameterObject ThreadSubscriptionRequest request,
			Caller caller) {
		return EntityTagResponses.of(this.list.page(request, caller));
	}

	@GetMapping("/threads/{id}/subscription")
	@Operation(summary = "Get your subscription level for a thread")
	ResponseEntity<Data<SubscriptionLevelRequest>> thread(@PathVariable String id, Caller caller) {
		return level(this.subscriptionTargets.thread(id, this.categories.rights(caller)), caller);
	}

	@PutMapping("/threads/{id}/subscription")
	@Operation(summary = "Follow, mute or unsubscribe from a thread")
	Data<SubscriptionLevelRequest> thread(@PathVariable String id, @Valid @RequestBody SubscriptionLevelRequest request,
			Caller caller) {
		var writer = this.authorizedWriters.of(caller);
		return set(this.subscriptionTargets.thread(id, writer.rights()), request, writer);
	}

	@GetMapping("/categories/{slug}/subscription")
	@Operation(summary = "Get your subscription level for a category")
	ResponseEntity<Data<SubscriptionLevelRequest>> category(@PathVariable String slug, Caller caller) {
		return level(this.subscriptionTargets.category(slug, Rights.of(caller)), caller);
	}

	@PutMapping("/categories/{slug}/subscription")
	@Operation(summary = "Follow, mute or unsubscribe from a category")
	Data<SubscriptionLevelRequest> category(@PathVariable String slug,
			@Valid @RequestBody SubscriptionLevelRequest request, Caller caller) {
		var writer = this.authorizedWriters.of(caller);
		return set(this.subscriptionTargets.category(slug, writer.rights()), request, writer);
	}

	@GetMapping("/tags/{tag}/subscription")
	@Operation(summary = "Get your subscription level for a tag")
	ResponseEntity<Data<SubscriptionLevelRequest>> tag(@PathVariable String tag, Caller caller) {
		return level(this.subscriptionTargets.tag(tag, Rights.of(caller)), caller);
	}

	/** A member can unsubscribe from a tag that no thread has any longer. */
	@PutMapping("/tags/{tag}/subscription")
	@Operation(summary = "Follow, mute or unsubscribe from a tag")
	Data<SubscriptionLevelRequest> tag(@PathVariable String tag, @Valid @RequestBody SubscriptionLevelRequest request,
			Caller caller) {
		var writer = this.authorizedWriters.of(caller);
		var target = (request.level() == SubscriptionLevel.NONE) ? SubscriptionTarget.ofTag(tag)
				: this.subscriptionTargets.tag(tag, writer.rights());
		return set(target, request, writer);
	}

	private Data<SubscriptionLevelRequest> set(SubscriptionTarget target, SubscriptionLevelRequest request,
			AuthorizedWriter writer) {
		this.subscribe.set(target, request.level(), writer);
		return new Data<>(request);
	}

	private ResponseEntity<Data<SubscriptionLevelRequest>> level(SubscriptionTarget target, Caller caller) {
		var level = this.threadSubscriptions.find(caller.id(), target)
			.map(ThreadSubscription::level)
			.orElse(SubscriptionLevel.NONE);
		return EntityTagResponses.of(new Data<>(new SubscriptionLevelRequest(level)));
	}

	/**
	 * The level of a subscription, in requests and responses.
	 *
	 * @param level {@code following}, {@code muted} or {@code none}
	 */
	record SubscriptionLevelRequest(@Schema(example = "following") @NotNull SubscriptionLevel level) {
	}

}
