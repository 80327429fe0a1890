package org.parley.forum.history;

import java.time.Instant;
import java.util.List;

import org.parley.forum.member.PersonView;
import org.parley.forum.post.PostRevision;
import org.parley.forum.text.TextDifference;

/**
 * An earlier revision of a post.
 *
 * @param version the version of the post at that time
 * @param content the Markdown source
 * @param html the content, rendered and sanitized
 * @param until when this revision was replaced
 * @param replacedBy the member who replaced it
 * @param changes the difference to the next revision
 */
record RevisionView(long version, String content, String html, Instant until, PersonView replacedBy,
		List<TextDifference.Part> changes) {

	static RevisionView of(PostRevision postRevision, String next, String html, PersonView replacedBy) {
		return new RevisionView(postRevision.version(), postRevision.content(), html, postRevision.until(), replacedBy,
				TextDifference.between(postRevision.content(), next));
	}

}
