package org.parley.forum.subscription;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.parley.platform.security.category.Audience;
import org.parley.forum.category.CategoryAccess;
import org.parley.platform.security.category.Rights;
import org.parley.forum.thread.ForumThread;
import org.parley.forum.thread.ThreadAccess;
import org.parley.platform.security.Caller;
import org.parley.platform.web.paging.Paged;

import org.springframework.stereotype.Component;

/**
 * What a person finds in their list: never what they may not see any more, so that a page
 * may hold less than its limit, and go on all the same.
 */
@Component
class SubscriptionList {

	/** The order of the list, as cursors name it. */
	static final String ORDER = "kind";

	private final Subscriptions subscriptions;

	private final ThreadAccess threads;

	private final CategoryAccess categories;

	SubscriptionList(Subscriptions subscriptions, ThreadAccess threads, CategoryAccess categories) {
		this.subscriptions = subscriptions;
		this.threads = threads;
		this.categories = categories;
	}

	Paged<SubscriptionView> walk(SubscriptionRequest request, Caller reader) {
		var from = request.from();
		var found = this.subscriptions.of(reader.id(), request.levels(), request.ofKind(), from, request.size() + 1);
		var paged = Paged.walk(found, from, request.size(), ORDER, (one) -> new Object[] { one.id() });
		return new Paged<>(views(paged.data(), this.categories.rights(reader)), paged.meta());
	}

	private List<SubscriptionView> views(List<Subscription> subscriptions, Rights rights) {
		var ids = subscriptions.stream()
			.map(Subscription::target)
			.filter((target) -> target.kind() == Target.Kind.THREAD)
			.map(Target::id)
			.toList();
		var shown = this.threads.visible(ids, rights);
		return subscriptions.stream().flatMap((one) -> view(one, shown, rights.everywhere()).stream()).toList();
	}

	private Optional<SubscriptionView> view(Subscription one, Map<String, ForumThread> shown, Audience audience) {
		var id = one.target().id();
		return switch (one.target().kind()) {
			case THREAD -> Optional.ofNullable(shown.get(id))
				.map((thread) -> SubscriptionView.of(one, thread.slug(), thread.title()));
			case CATEGORY -> this.categories.byId(id)
				.filter((category) -> category.readableBy(audience))
				.map((category) -> SubscriptionView.of(one, category.slug(), category.name()));
			case TAG -> Optional.of(SubscriptionView.of(one, id, id));
		};
	}

}
