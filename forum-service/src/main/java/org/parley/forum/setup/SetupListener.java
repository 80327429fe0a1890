package org.parley.forum.setup;

import org.parley.contracts.PersonReference;
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
 * Creates the first categories of a new installation, and the first threads in the first
 * of them, in the name of its first administrator. A category whose slug is taken is
 * skipped, and so are the threads if their category has any.
 */
@EventConsumer(value = "forum_members", repeatable = true)
class SetupListener {

	private final Categories categories;

	private final StartFirstThreads startFirstThreads;

	private final UnitOfWork work;

	private final ApplicationEventPublisher publisher;

	SetupListener(Categories categories, StartFirstThreads startFirstThreads, UnitOfWork work,
			ApplicationEventPublisher publisher) {
		this.categories = categories;
		this.startFirstThreads = startFirstThreads;
		this.work = work;
		this.publisher = publisher;
	}

	@EventHandler("setup.completed")
	void on(SetupCompleted setup) {
		for (var i = 0; i < setup.categories().size(); i++) {
			create(setup.categories().get(i), i + 1, setup.by());
		}
		this.publisher.publishEvent(new CategoryTouched());
		this.startFirstThreads.start(setup.categories().getFirst().slug(), setup.forum().language(), setup.by());
	}

	private void create(SetupCompleted.Category first, int order, PersonReference by) {
		if (this.categories.findBySlug(first.slug()).isEmpty()) {
			var request = new CategoryRequest(first.slug(), first.name(), first.description(), order, first.colour(),
					null, null, null, null);
			this.work.run(() -> this.categories.save(Category.create(first.slug(), request, by)));
		}
	}

}
