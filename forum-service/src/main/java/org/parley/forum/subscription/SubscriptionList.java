package org.parley.forum.subscription;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.parley.forum.category.CategoryAccess;
import org.parley.forum.thread.ForumThread;
import org.parley.forum.thread.ThreadAccess;
import org.parley.platform.security.Caller;
import org.parley.platform.security.category.Audience;
import org.parley.platform.security.category.Rights;
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

	private final ThreadSubscriptions threadSubscriptions;

	private final ThreadAccess threads;

	private final CategoryAccess categories;

	SubscriptionList(ThreadSubscriptions threadSubscriptions, ThreadAccess threads, CategoryAccess categories) {
		this.threadSubscriptions = threadSubscriptions;
		this.threads = threads;
		this.categories = categories;
	}

	Paged<ThreadSubscriptionView> walk(ThreadSubscriptionRequest request, Caller reader) {
		var from = request.from();
		var found = this.threadSubscriptions.of(reader.id(), request.levels(), request.ofKind(), from,
				request.size() + 1);
		var paged = Paged.walk(found, from, request.size(), ORDER, (one) -> new Object[] { one.id() });
		return new Paged<>(views(paged.data(), this.categories.rights(reader)), paged.meta());
	}

	private List<ThreadSubscriptionView> views(List<ThreadSubscription> threadSubscriptions, Rights rights) {
		var ids = threadSubscriptions.stream()
			.map(ThreadSubscription::target)
			.filter((target) -> target.kind() == SubscriptionTarget.Kind.THREAD)
			.map(SubscriptionTarget::id)
			.toList();
		var shown = this.threads.visible(ids, rights);
		return threadSubscriptions.stream().flatMap((one) -> view(one, shown, rights.everywhere()).stream()).toList();
	}

	private Optional<ThreadSubscriptionView> view(ThreadSubscription one, Map<String, ForumThread> shown,
			Audience audience) {
		var id = one.target().id();
		return switch (one.target().kind()) {
			case THREAD -> Optional.ofNullable(shown.get(id))
				.map((thread) -> ThreadSubscriptionView.of(one, thread.slug(), thread.title()));
			case CATEGORY -> this.categories.byId(id)
				.filter((category) -> category.readableBy(audience))
				.map((category) -> ThreadSubscriptionView.of(one, category.slug(), category.name()));
			case TAG -> Optional.of(ThreadSubscriptionView.of(one, id, id));
		};
	}

}
