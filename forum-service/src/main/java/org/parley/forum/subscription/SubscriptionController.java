package org.parley.forum.subscription;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.parley.platform.security.category.Audience;
import org.parley.forum.category.CategoryAccess;
import org.parley.forum.category.Writer;
import org.parley.forum.category.Writers;
import org.parley.platform.security.Caller;
import org.parley.platform.web.Answers;
import org.parley.platform.web.Data;
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
class SubscriptionController {

	private final Writers writers;

	private final CategoryAccess categories;

	private final Targets targets;

	private final Subscriptions subscriptions;

	private final Subscribing subscribing;

	private final SubscriptionList list;

	SubscriptionController(Writers writers, CategoryAccess categories, Targets targets, Subscriptions subscriptions,
			Subscribing subscribing, SubscriptionList list) {
		this.writers = writers;
		this.categories = categories;
		this.targets = targets;
		this.subscriptions = subscriptions;
		this.subscribing = subscribing;
		this.list = list;
	}

	@GetMapping("/subscriptions")
	@Operation(summary = "What one follows and has muted")
	ResponseEntity<Paged<SubscriptionView>> list(@Valid @ParameterObject SubscriptionRequest request, Caller caller) {
		return Answers.of(this.list.walk(request, caller));
	}

	@GetMapping("/threads/{id}/subscription")
	@Operation(summary = "Whether one follows a thread")
	ResponseEntity<Data<Wish>> thread(@PathVariable String id, Caller caller) {
		return wish(this.targets.thread(id, this.categories.rights(caller)), caller);
	}

	@PutMapping("/threads/{id}/subscription")
	@Operation(summary = "Follow or mute a thread, or neither")
	Data<Wish> thread(@PathVariable String id, @Valid @RequestBody Wish wish, Caller caller) {
		var writer = this.writers.of(caller);
		return set(this.targets.thread(id, writer.rights()), wish, writer);
	}

	@GetMapping("/categories/{slug}/subscription")
	@Operation(summary = "Whether one follows a category")
	ResponseEntity<Data<Wish>> category(@PathVariable String slug, Caller caller) {
		return wish(this.targets.category(slug, Audience.of(caller)), caller);
	}

	@PutMapping("/categories/{slug}/subscription")
	@Operation(summary = "Follow or mute a category, or neither")
	Data<Wish> category(@PathVariable String slug, @Valid @RequestBody Wish wish, Caller caller) {
		var writer = this.writers.of(caller);
		return set(this.targets.category(slug, writer.audience()), wish, writer);
	}

	@GetMapping("/tags/{tag}/subscription")
	@Operation(summary = "Whether one follows a tag")
	ResponseEntity<Data<Wish>> tag(@PathVariable String tag, Caller caller) {
		return wish(this.targets.tag(tag, Audience.of(caller)), caller);
	}

	/** A tag that no thread has any more can still be let go. */
	@PutMapping("/tags/{tag}/subscription")
	@Operation(summary = "Follow or mute a tag, or neither")
	Data<Wish> tag(@PathVariable String tag, @Valid @RequestBody Wish wish, Caller caller) {
		var writer = this.writers.of(caller);
		var target = (wish.level() == Level.NONE) ? new Target(Target.Kind.TAG, tag)
				: this.targets.tag(tag, writer.audience());
		return set(target, wish, writer);
	}

	private Data<Wish> set(Target target, Wish wish, Writer writer) {
		this.subscribing.set(target, wish.level(), writer);
		return new Data<>(wish);
	}

	private ResponseEntity<Data<Wish>> wish(Target target, Caller caller) {
		var level = this.subscriptions.find(caller.id(), target).map(Subscription::level).orElse(Level.NONE);
		return Answers.of(new Data<>(new Wish(level)));
	}

}
