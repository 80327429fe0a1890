package org.parley.moderation.publiclog;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.moderation.subject.ModeratedThreadReference;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * An act of moderation. Holds no name, no text and no note; post and thread are stored
 * for moves and are never shown.
 *
 * @param category the category of the thread; its slug may be a former one
 * @param statementId the id of the statement of reasons; null for a dismissal
 * @param reasons stable codes, the most severe first
 * @param automated whether a check decided, without a moderator
 * @param reported whether a reader's report led to it
 * @param policyVersion the version of the policy that a check applied; null without a
 * check
 * @param until when a ban ends; null for none
 * @param appealed whether an appeal led to it
 * @param concerns the id of the entry that this one confirms or ends
 */
@Document("moderation_log")
@CompoundIndex(def = "{'category._id': 1, '_id': -1}")
@CompoundIndex(def = "{'threadId': 1}")
@CompoundIndex(def = "{'postId': 1}")
@CompoundIndex(def = "{'statementId': 1, '_id': 1}", sparse = true)
record LogEntry(@Id String id, LoggedAct act, String postId, String threadId,
		ModeratedThreadReference.Category category, @Nullable String statementId, List<String> reasons,
		boolean automated, boolean reported, @Nullable Long policyVersion, @Nullable Instant until, boolean appealed,
		@Nullable String concerns, Instant at) {
}
