package org.parley.@name@.note;

import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;

/** The note does not exist, or belongs to another person. */
final class @Name@NoteNotFoundException extends RefusalException {

	@Name@NoteNotFoundException() {
		super(RefusalKind.NOT_FOUND, "@name@.note-not-found", "There is no such note.");
	}

}
