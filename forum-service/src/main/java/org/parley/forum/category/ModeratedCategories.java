package org.parley.forum.category;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.forum.member.Signature;
import org.parley.platform.events.personal.Gone;
import org.parley.platform.events.personal.PersonalData;
import org.parley.platform.events.personal.StoredData;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/**
 * Which categories a person moderates. Who goes moderates none, and others hear of it.
 */
@Component
class ModeratedCategories implements PersonalData {

	private final PersonalData stored;

	private final Appointing appointing;

	ModeratedCategories(MongoOperations mongo, Appointing appointing) {
		this.stored = StoredData.indexed(mongo, "moderated-categories", "categories", "moderators")
			.shown("slug", "name");
		this.appointing = appointing;
	}

	@Override
	public String kind() {
		return this.stored.kind();
	}

	@Override
	public List<Piece> show(String person, @Nullable String after, int limit) {
		return this.stored.show(person, after, limit);
	}

	/** Categories are few: all at once. */
	@Override
	public Step erase(String person, @Nullable String after, int limit) {
		var gone = new Signature(person, Gone.USERNAME, Gone.DISPLAY_NAME);
		return Step.end(this.appointing.dismissEverywhere(person, gone));
	}

}
