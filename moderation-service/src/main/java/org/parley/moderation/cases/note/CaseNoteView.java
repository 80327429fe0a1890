package org.parley.moderation.cases.note;

import java.time.Instant;

import org.parley.moderation.subject.AuthorReference;

/**
 * A note as moderators see it.
 *
 * @param by the moderator
 * @param at when it was written
 */
record CaseNoteView(String id, String text, AuthorReference by, Instant at) {

	static CaseNoteView of(CaseNote note) {
		return new CaseNoteView(note.id(), note.text(), note.by(), note.at());
	}

}
