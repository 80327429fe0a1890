package org.parley.forum.history;

import java.time.Instant;
import java.util.List;

import org.parley.forum.member.Person;
import org.parley.forum.post.Revision;
import org.parley.forum.text.Difference;

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
record RevisionView(long version, String content, String html, Instant until, Person replacedBy,
		List<Difference.Part> changes) {

	static RevisionView of(Revision revision, String next, Person replacedBy) {
		return new RevisionView(revision.version(), revision.content(), revision.html(), revision.until(), replacedBy,
				Difference.between(revision.content(), next));
	}

}
