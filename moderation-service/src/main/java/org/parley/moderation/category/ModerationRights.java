package org.parley.moderation.category;

import java.util.List;
import java.util.stream.Collectors;

import org.parley.moderation.author.Authors;
import org.parley.platform.security.Caller;
import org.parley.platform.security.category.Audience;
import org.parley.platform.security.category.Rights;

import org.springframework.stereotype.Component;

/** Finds the categories that a caller moderates, by role or by appointment. */
@Component
public class ModerationRights {

	private final Categories categories;

	private final Authors authors;

	ModerationRights(Categories categories, Authors authors) {
		this.categories = categories;
		this.authors = authors;
	}

	/**
	 * The categories that a caller moderates.
	 * @throws org.parley.platform.web.problem.ProblemException 403 {@code auth.forbidden}
	 * when the caller has neither the role nor an appointment
	 */
	public ModeratedCategories of(Caller caller) {
		var audience = Audience.of(caller);
		var appointed = appointments(caller, audience);
		var rights = new Rights(audience, appointed.stream().map(Category::id).collect(Collectors.toUnmodifiableSet()));
		rights.requireModerating();
		var candidates = audience.includes(Audience.MODERATORS) ? this.categories.findAll() : appointed;
		return new ModeratedCategories(audience,
				candidates.stream().filter(rights::moderate).map(Category::id).collect(Collectors.toUnmodifiableSet()));
	}

	/** An appointment counts for members whose token covers it, until they are banned. */
	private List<Category> appointments(Caller caller, Audience audience) {
		return (audience == Audience.MEMBERS && caller.covers("moderation")
				&& !this.authors.find(caller.id()).isBanned()) ? this.categories.findByModerator(caller.id())
						: List.of();
	}

}
