package org.parley.@name@.note;

import jakarta.validation.constraints.NotNull;
import org.parley.platform.text.StorableText;

/**
 * A request to write a note.
 *
 * @param text the text, in plain characters and lines
 */
record @Name@NoteRequest(
		@NotNull @StorableText(min = 1, max = 2_000, lines = true) String text) {
}
