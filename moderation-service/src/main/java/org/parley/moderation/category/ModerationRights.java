package org.parley.moderation.category;

import java.util.List;
import java.util.stream.Collectors;

import org.parley.moderation.author.AuthorProfiles;
import org.parley.platform.domain.Caller;
import org.parley.platform.readmodels.category.Audience;
import org.parley.platform.readmodels.category.Rights;

import org.springframework.stereotype.Component;

/** Finds the categories that a caller moderates, by role or by appointment. */
@Component
public class ModerationRights {

	private final ModerationCategories moderationCategories;

	private final AuthorProfiles authorProfiles;

	ModerationRights(ModerationCategories moderationCategories, AuthorProfiles authorProfiles) {
		this.moderationCategories = moderationCategories;
		this.authorProfiles = authorProfiles;
	}

	/**
	 * Returns the categories that a caller moderates.
	 * @throws org.parley.platform.domain.RefusalException 403 {@code auth.forbidden} when
	 * the caller has neither the role nor an appointment
	 */
	public ModerationScope scopeOf(Caller caller) {
		var own = Rights.of(caller);
		var audience = own.everywhere();
		var appointed = appointments(caller, audience);
		var rights = own
			.moderating(appointed.stream().map(ModerationCategory::id).collect(Collectors.toUnmodifiableSet()));
		rights.requireModerating();
		var candidates = audience.includes(Audience.MODERATORS) ? this.moderationCategories.findAll() : appointed;
		return new ModerationScope(audience,
				candidates.stream()
					.filter(rights::mayModerate)
					.map(ModerationCategory::id)
					.collect(Collectors.toUnmodifiableSet()));
	}

	/**
	 * Appointments are valid for members who are not banned and whose token covers them.
	 */
	private List<ModerationCategory> appointments(Caller caller, Audience audience) {
		return (audience == Audience.MEMBERS && caller.covers("moderation")
				&& !this.authorProfiles.find(caller.id()).isBanned())
						? this.moderationCategories.findByModerator(caller.id()) : List.of();
	}

}
