package org.parley.forum.category;

import java.util.function.Function;

import org.parley.contracts.PersonReference;
import org.parley.contracts.audit.AdministratorAct;
import org.parley.contracts.forum.category.CategoryRemoved;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.messaging.AdministratorActs;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.web.IfMatch;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Creates, changes and removes categories for administrators. */
@Component
class ManageCategories {

	private final Categories categories;

	private final CategoryContents contents;

	private final AuthorizedWriters authorizedWriters;

	private final UnitOfWork work;

	private final ApplicationEventPublisher publisher;

	private final AdministratorActs acts;

	ManageCategories(Categories categories, CategoryContents contents, AuthorizedWriters authorizedWriters,
			UnitOfWork work, ApplicationEventPublisher publisher, AdministratorActs acts) {
		this.categories = categories;
		this.contents = contents;
		this.authorizedWriters = authorizedWriters;
		this.work = work;
		this.publisher = publisher;
		this.acts = acts;
	}

	CategoryView create(CategoryRequest request, Caller caller) {
		request.newName();
		return write(caller, (by) -> recorded(AdministratorAct.CATEGORY_CREATED, caller,
				this.categories.save(Category.create(request.newSlug(this.categories.findAll()), request, by))));
	}

	CategoryView change(String slug, CategoryRequest request, IfMatch condition, Caller caller) {
		return write(caller, (by) -> {
			var category = require(slug, condition);
			return category.change(request, by)
					? recorded(AdministratorAct.CATEGORY_CHANGED, caller, this.categories.save(category)) : category;
		});
	}

	/** Removes a category that holds no threads, not even removed ones. */
	void remove(String slug, IfMatch condition, Caller caller) {
		write(caller, (by) -> {
			var category = require(slug, condition);
			if (this.contents.areIn(category.id())) {
				throw RefusalException.conflict("category.not-empty",
						"The category still contains threads, maybe hidden or removed ones. Move them first.");
			}
			this.categories.delete(category);
			this.publisher.publishEvent(new CategoryRemoved(category.reference(), by));
			return recorded(AdministratorAct.CATEGORY_REMOVED, caller, category);
		});
	}

	private Category recorded(AdministratorAct act, Caller caller, Category category) {
		this.acts.record(act, caller.id(), category.slug());
		return category;
	}

	private Category require(String slug, IfMatch condition) {
		var category = this.categories.findBySlug(slug).orElseThrow(CategoryNotFoundException::new);
		condition.require(category.version());
		return category;
	}

	private CategoryView write(Caller caller, Function<PersonReference, Category> change) {
		var by = this.authorizedWriters.of(caller).signature();
		try {
			return this.work.run(() -> {
				this.work.afterCommit(() -> this.publisher.publishEvent(new CategoryTouched()));
				return change.apply(by).view();
			});
		}
		catch (DuplicateKeyException ex) {
			throw RefusalException.conflict("category.slug-taken", "A category with this slug already exists.");
		}
	}

}
