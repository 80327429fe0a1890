package org.parley.@name@.note;

import org.parley.platform.web.problem.ProblemException;
import org.parley.platform.web.problem.RefusalKind;

/** The note does not exist, or belongs to another person. */
final class @Name@NoteNotFoundException extends ProblemException {

	@Name@NoteNotFoundException() {
		super(RefusalKind.NOT_FOUND, "@name@.note-not-found", "There is no such note.");
	}

}
