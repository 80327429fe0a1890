package org.parley.forum.category.moderator;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.forum.member.PersonReference;
import org.parley.platform.events.privacy.CollectionPersonalData;
import org.parley.platform.events.privacy.DeletedUser;
import org.parley.platform.events.privacy.PersonalData;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/**
 * The personal data about appointments. Erasure dismisses the member from all categories
 * and publishes the changes.
 */
@Component
class ModeratorAppointments implements PersonalData {

	private final PersonalData stored;

	private final AppointModerator appointModerator;

	ModeratorAppointments(MongoOperations mongo, AppointModerator appointModerator) {
		this.stored = CollectionPersonalData.indexed(mongo, "moderated-categories", "categories", "moderators")
			.exporting("slug", "name");
		this.appointModerator = appointModerator;
	}

	@Override
	public String kind() {
		return this.stored.kind();
	}

	@Override
	public List<Piece> show(String person, @Nullable String after, int limit) {
		return this.stored.show(person, after, limit);
	}

	/** Erases everything in one step, because categories are few. */
	@Override
	public Step erase(String person, @Nullable String after, int limit) {
		var deleted = new PersonReference(person, DeletedUser.USERNAME, DeletedUser.DISPLAY_NAME);
		return Step.end(this.appointModerator.dismissEverywhere(person, deleted));
	}

}
