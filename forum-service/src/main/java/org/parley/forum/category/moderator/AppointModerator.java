package org.parley.forum.category.moderator;

import org.parley.contracts.PersonReference;
import org.parley.contracts.audit.AdministratorAct;
import org.parley.forum.category.AuthorizedWriters;
import org.parley.forum.category.Categories;
import org.parley.forum.category.Category;
import org.parley.forum.category.CategoryNotFoundException;
import org.parley.forum.category.CategoryTouched;
import org.parley.forum.member.AuthorNames;
import org.parley.platform.domain.Caller;
import org.parley.platform.messaging.AdministratorActs;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Appoints and dismisses the moderators of a category. */
@Component
class AppointModerator {

	private final Categories categories;

	private final AuthorNames members;

	private final AuthorizedWriters authorizedWriters;

	private final UnitOfWork work;

	private final ApplicationEventPublisher publisher;

	private final AdministratorActs acts;

	AppointModerator(Categories categories, AuthorNames members, AuthorizedWriters authorizedWriters, UnitOfWork work,
			ApplicationEventPublisher publisher, AdministratorActs acts) {
		this.categories = categories;
		this.members = members;
		this.authorizedWriters = authorizedWriters;
		this.work = work;
		this.publisher = publisher;
		this.acts = acts;
	}

	void appoint(String slug, String username, Caller caller) {
		change(slug, username, caller, AdministratorAct.MODERATOR_APPOINTED, Category::appoint);
	}

	void dismiss(String slug, String username, Caller caller) {
		change(slug, username, caller, AdministratorAct.MODERATOR_DISMISSED, Category::dismiss);
	}

	private void change(String slug, String username, Caller caller, AdministratorAct act, Change change) {
		var by = this.authorizedWriters.of(caller).signature();
		this.work.run(() -> {
			var category = this.categories.findBySlug(slug).orElseThrow(CategoryNotFoundException::new);
			var member = this.members.require(username);
			if (change.apply(category, member.id(), by)) {
				save(category);
				this.acts.record(act, caller.id(), member.id(), category.slug());
			}
		});
	}

	/** Dismisses an erased member from all categories and returns their number. */
	long dismissEverywhere(String memberId, PersonReference by) {
		var categories = this.categories.findByModeratorsContaining(memberId);
		categories.stream().filter((category) -> category.dismiss(memberId, by)).forEach(this::save);
		return categories.size();
	}

	private void save(Category category) {
		this.work.afterCommit(() -> this.publisher.publishEvent(new CategoryTouched()));
		this.categories.save(category);
	}

	/** Appoints or dismisses a member; returns whether anything changed. */
	private interface Change {

		boolean apply(Category category, String memberId, PersonReference by);

	}

}
