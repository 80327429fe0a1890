package org.parley.@name@.note;

import java.util.List;

import org.parley.platform.web.paging.NewestFirst;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** The stored notes. */
@Component
class @Name@Notes {

	private static final String ID = "_id";

	private static final String OWNER = "ownerId";

	private final MongoOperations mongo;

	@Name@Notes(MongoOperations mongo) {
		this.mongo = mongo;
	}

	void insert(@Name@Note note) {
		this.mongo.insert(note);
	}

	/** Finds a page of a person's notes, newest first. */
	List<@Name@Note> page(String ownerId, NewestFirst page) {
		return this.mongo.find(page.of(new Query(Criteria.where(OWNER).is(ownerId))), @Name@Note.class);
	}

	/**
	 * Deletes a note of a person.
	 * @throws @Name@NoteNotFoundException if there is none, or it belongs to another
	 */
	void delete(String id, String ownerId) {
		var own = new Query(Criteria.where(ID).is(id).and(OWNER).is(ownerId));
		if (this.mongo.remove(own, @Name@Note.class).getDeletedCount() == 0) {
			throw new @Name@NoteNotFoundException();
		}
	}

}
