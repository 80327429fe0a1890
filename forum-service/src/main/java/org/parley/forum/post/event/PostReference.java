package org.parley.forum.post.event;

import org.parley.forum.member.PersonReference;

/**
 * A reference to a post in an event.
 *
 * @param id the post's id
 * @param number its place in the thread
 * @param author its author
 */
public record PostReference(String id, int number, PersonReference author) {
}
