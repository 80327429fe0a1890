package org.parley.forum.subscription;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.swagger.v3.oas.annotations.media.Schema;
import org.parley.forum.category.CategoryAccess;
import org.parley.forum.subscription.ThreadSubscriptions.ThreadSubscriptionRequest;
import org.parley.forum.thread.ForumThread;
import org.parley.forum.thread.ThreadAccess;
import org.parley.platform.domain.Caller;
import org.parley.platform.readmodels.category.Rights;
import org.parley.platform.web.paging.Paged;

import org.springframework.stereotype.Component;

/**
 * Reads a member's subscriptions. Targets that the member can no longer see are left out,
 * so a page may hold fewer items than its limit.
 */
@Component
class SubscriptionList {

	private final ThreadSubscriptions threadSubscriptions;

	private final ThreadAccess threads;

	private final CategoryAccess categories;

	SubscriptionList(ThreadSubscriptions threadSubscriptions, ThreadAccess threads, CategoryAccess categories) {
		this.threadSubscriptions = threadSubscriptions;
		this.threads = threads;
		this.categories = categories;
	}

	Paged<ThreadSubscriptionView> page(ThreadSubscriptionRequest request, Caller reader) {
		var paged = this.threadSubscriptions.findPage(reader.id(), request);
		return new Paged<>(views(paged.data(), this.categories.rights(reader)), paged.meta());
	}

	private List<ThreadSubscriptionView> views(List<ThreadSubscription> threadSubscriptions, Rights rights) {
		var ids = threadSubscriptions.stream()
			.map(ThreadSubscription::target)
			.filter((target) -> target.kind() == SubscriptionTarget.Kind.THREAD)
			.map(SubscriptionTarget::id)
			.toList();
		var shown = this.threads.visible(ids, rights);
		return threadSubscriptions.stream()
			.flatMap((subscription) -> view(subscription, shown, rights).stream())
			.toList();
	}

	private Optional<ThreadSubscriptionView> view(ThreadSubscription subscription, Map<String, ForumThread> shown,
			Rights rights) {
		var id = subscription.target().id();
		return switch (subscription.target().kind()) {
			case THREAD -> Optional.ofNullable(shown.get(id))
				.map((thread) -> ThreadSubscriptionView.of(subscription, thread.slug(), thread.title()));
			case CATEGORY -> this.categories.byId(id)
				.filter(rights::mayRead)
				.map((category) -> ThreadSubscriptionView.of(subscription, category.slug(), category.name()));
			case TAG -> Optional.of(ThreadSubscriptionView.of(subscription, id, id));
		};
	}

	/**
	 * A followed or muted thread, category or tag.
	 *
	 * @param kind {@code thread}, {@code category} or {@code tag}
	 * @param id the id of the thread or category, or the tag
	 * @param slug the slug of the thread or category, or the tag
	 * @param name the title of the thread, the name of the category, or the tag
	 * @param level {@code following} or {@code muted}
	 * @param since the time of the last change
	 */
	record ThreadSubscriptionView(@Schema(example = "category") SubscriptionTarget.Kind kind,
			@Schema(example = "01KAG3A1B2C3D4E5F6G7H8J9K0") String id, @Schema(example = "garden") String slug,
			@Schema(example = "Garden") String name, @Schema(example = "following") SubscriptionLevel level,
			Instant since) {

		static ThreadSubscriptionView of(ThreadSubscription threadSubscription, String slug, String name) {
			var target = threadSubscription.target();
			return new ThreadSubscriptionView(target.kind(), target.id(), slug, name, threadSubscription.level(),
					threadSubscription.at());
		}

	}

}
