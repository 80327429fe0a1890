package org.parley.@name@.note;

import java.time.Instant;

/**
 * A note as shown to its owner.
 *
 * @param createdAt when it was written
 */
record @Name@NoteView(String id, String text, Instant createdAt) {

	static @Name@NoteView of(@Name@Note note) {
		return new @Name@NoteView(note.id(), note.text(), note.createdAt());
	}

}
