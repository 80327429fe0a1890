package org.parley.moderation.cases.note;

import java.time.Instant;

import org.parley.moderation.subject.AuthorReference;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A note of a moderator about a case, for other moderators of its category.
 *
 * @param authorId the id of the author of the case's post, whose erasure deletes the note
 * @param by the moderator
 */
@Document("case_notes")
@CompoundIndex(def = "{'caseId': 1, '_id': -1}")
record CaseNote(@Id String id, String caseId, String authorId, String text, AuthorReference by, Instant at) {
}
