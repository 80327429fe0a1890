package org.parley.forum.category.messaging;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.account.SetupCompleted;
import org.parley.forum.category.Categories;
import org.parley.forum.category.Category;
import org.parley.forum.category.CategoryRequest;
import org.parley.forum.category.CategoryTouched;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.context.ApplicationEventPublisher;

/**
 * Creates the first categories of a new installation in the name of its first
 * administrator. A category whose slug is taken is skipped.
 */
@EventConsumer("forum_members")
class SetupListener {

	private final Categories categories;

	private final UnitOfWork work;

	private final ApplicationEventPublisher publisher;

	SetupListener(Categories categories, UnitOfWork work, ApplicationEventPublisher publisher) {
		this.categories = categories;
		this.work = work;
		this.publisher = publisher;
	}

	@EventHandler("setup.completed")
	void on(SetupCompleted setup) {
		this.work.afterCommit(() -> this.publisher.publishEvent(new CategoryTouched()));
		for (var i = 0; i < setup.categories().size(); i++) {
			var first = setup.categories().get(i);
			if (this.categories.findBySlug(first.slug()).isEmpty()) {
				var request = new CategoryRequest(first.slug(), first.name(), first.description(), i + 1, null, null,
						null);
				this.categories.save(Category.create(request, setup.by()));
			}
		}
	}

}
