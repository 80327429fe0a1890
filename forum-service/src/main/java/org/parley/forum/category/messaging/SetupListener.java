package org.parley.forum.category.messaging;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.forum.category.Categories;
import org.parley.forum.category.Category;
import org.parley.forum.category.CategoryRequest;
import org.parley.forum.category.CategoryTouched;
import org.parley.forum.member.PersonReference;
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
	void on(SetupEventData setup) {
		this.work.afterCommit(() -> this.publisher.publishEvent(new CategoryTouched()));
		for (var i = 0; i < setup.categories().size(); i++) {
			var first = setup.categories().get(i);
			if (this.categories.findBySlug(first.slug()).isEmpty()) {
				this.categories.save(Category.create(first.request(i + 1), setup.by()));
			}
		}
	}

	/**
	 * The data of a completed setup.
	 *
	 * @param categories the first categories, in display order
	 * @param by the first administrator
	 */
	record SetupEventData(List<FirstCategory> categories, PersonReference by) {
	}

	/**
	 * A category to create.
	 *
	 * @param slug the slug
	 * @param name the name
	 * @param description the description
	 */
	record FirstCategory(String slug, String name, @Nullable String description) {

		CategoryRequest request(int order) {
			return new CategoryRequest(this.slug, this.name, this.description, order, null, null, null);
		}

	}

}
