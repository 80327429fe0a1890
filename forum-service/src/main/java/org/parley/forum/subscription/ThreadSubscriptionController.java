package org.parley.forum.subscription;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.parley.forum.category.AuthorizedWriter;
import org.parley.forum.category.AuthorizedWriters;
import org.parley.forum.category.CategoryAccess;
import org.parley.platform.security.Caller;
import org.parley.platform.security.category.Audience;
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
	@Operation(summary = "What one follows and has muted")
	ResponseEntity<Paged<ThreadSubscriptionView>> list(@Valid @ParameterObject ThreadSubscriptionRequest request,
			Caller caller) {
		return EntityTagResponses.of(this.list.walk(request, caller));
	}

	@GetMapping("/threads/{id}/subscription")
	@Operation(summary = "Whether one follows a thread")
	ResponseEntity<Data<SubscriptionLevelRequest>> thread(@PathVariable String id, Caller caller) {
		return wish(this.subscriptionTargets.thread(id, this.categories.rights(caller)), caller);
	}

	@PutMapping("/threads/{id}/subscription")
	@Operation(summary = "Follow or mute a thread, or neither")
	Data<SubscriptionLevelRequest> thread(@PathVariable String id,
			@Valid @RequestBody SubscriptionLevelRequest subscriptionLevelRequest, Caller caller) {
		var authorizedWriter = this.authorizedWriters.of(caller);
		return set(this.subscriptionTargets.thread(id, authorizedWriter.rights()), subscriptionLevelRequest,
				authorizedWriter);
	}

	@GetMapping("/categories/{slug}/subscription")
	@Operation(summary = "Whether one follows a category")
	ResponseEntity<Data<SubscriptionLevelRequest>> category(@PathVariable String slug, Caller caller) {
		return wish(this.subscriptionTargets.category(slug, Audience.of(caller)), caller);
	}

	@PutMapping("/categories/{slug}/subscription")
	@Operation(summary = "Follow or mute a category, or neither")
	Data<SubscriptionLevelRequest> category(@PathVariable String slug,
			@Valid @RequestBody SubscriptionLevelRequest subscriptionLevelRequest, Caller caller) {
		var authorizedWriter = this.authorizedWriters.of(caller);
		return set(this.subscriptionTargets.category(slug, authorizedWriter.audience()), subscriptionLevelRequest,
				authorizedWriter);
	}

	@GetMapping("/tags/{tag}/subscription")
	@Operation(summary = "Whether one follows a tag")
	ResponseEntity<Data<SubscriptionLevelRequest>> tag(@PathVariable String tag, Caller caller) {
		return wish(this.subscriptionTargets.tag(tag, Audience.of(caller)), caller);
	}

	/** A tag that no thread has any more can still be let go. */
	@PutMapping("/tags/{tag}/subscription")
	@Operation(summary = "Follow or mute a tag, or neither")
	Data<SubscriptionLevelRequest> tag(@PathVariable String tag,
			@Valid @RequestBody SubscriptionLevelRequest subscriptionLevelRequest, Caller caller) {
		var authorizedWriter = this.authorizedWriters.of(caller);
		var subscriptionTarget = (subscriptionLevelRequest.level() == SubscriptionLevel.NONE)
				? new SubscriptionTarget(SubscriptionTarget.Kind.TAG, tag)
				: this.subscriptionTargets.tag(tag, authorizedWriter.audience());
		return set(subscriptionTarget, subscriptionLevelRequest, authorizedWriter);
	}

	private Data<SubscriptionLevelRequest> set(SubscriptionTarget subscriptionTarget,
			SubscriptionLevelRequest subscriptionLevelRequest, AuthorizedWriter authorizedWriter) {
		this.subscribe.set(subscriptionTarget, subscriptionLevelRequest.level(), authorizedWriter);
		return new Data<>(subscriptionLevelRequest);
	}

	private ResponseEntity<Data<SubscriptionLevelRequest>> wish(SubscriptionTarget subscriptionTarget, Caller caller) {
		var level = this.threadSubscriptions.find(caller.id(), subscriptionTarget)
			.map(ThreadSubscription::level)
			.orElse(SubscriptionLevel.NONE);
		return EntityTagResponses.of(new Data<>(new SubscriptionLevelRequest(level)));
	}

}
