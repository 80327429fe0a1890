package org.parley.forum.category.messaging;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.forum.category.Categories;
import org.parley.forum.category.Category;
import org.parley.forum.category.CategoryRequest;
import org.parley.forum.category.CategoryTouched;
import org.parley.forum.member.PersonReference;
import org.parley.platform.events.inbox.EventConsumer;
import org.parley.platform.events.inbox.EventHandler;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.context.ApplicationEventPublisher;

/**
 * Makes the categories that a new installation begins with, by the hand of its first
 * administrator. A slug that is taken stays with the category that has it.
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
	 * What a new installation begins with.
	 *
	 * @param categories in their order
	 * @param by its first administrator
	 */
	record SetupEventData(List<FirstCategory> categories, PersonReference by) {
	}

	/**
	 * A category to make.
	 *
	 * @param slug its part of the address
	 * @param name its name
	 * @param description what belongs there
	 */
	record FirstCategory(String slug, String name, @Nullable String description) {

		CategoryRequest request(int order) {
			return new CategoryRequest(this.slug, this.name, this.description, order, null, null, null);
		}

	}

}
