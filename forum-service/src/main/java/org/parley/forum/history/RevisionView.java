package org.parley.forum.history;

import java.time.Instant;
import java.util.List;

import org.parley.forum.member.PersonView;
import org.parley.forum.post.PostRevision;
import org.parley.forum.text.TextDifference;

/**
 * What a post said before, as clients see it.
 *
 * @param version the post's version at the time
 * @param content Markdown as it was written
 * @param html the same, rendered and sanitized
 * @param until when something else was said
 * @param replacedBy who said something else
 * @param changes what makes the text that came next of this one
 */
record RevisionView(long version, String content, String html, Instant until, PersonView replacedBy,
		List<TextDifference.Part> changes) {

	static RevisionView of(PostRevision postRevision, String next, PersonView replacedBy) {
		return new RevisionView(postRevision.version(), postRevision.content(), postRevision.html(),
				postRevision.until(), replacedBy, TextDifference.between(postRevision.content(), next));
	}

}
