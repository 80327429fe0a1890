package org.parley.forum.post;

import java.time.Instant;

import org.parley.forum.member.Person;

/**
 * What a post said before, as clients see it.
 *
 * @param version the post's version at the time
 * @param content Markdown as it was written
 * @param html the same, rendered and sanitized
 * @param until when something else was said
 * @param replacedBy who said something else
 */
record RevisionView(long version, String content, String html, Instant until, Person replacedBy) {
}
