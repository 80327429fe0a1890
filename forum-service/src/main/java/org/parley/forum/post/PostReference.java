package org.parley.forum.post;

import org.parley.forum.member.PersonReference;

/**
 * Names a post in an event.
 *
 * @param id the post's id
 * @param number its place in the thread
 * @param author who wrote it
 */
public record PostReference(String id, int number, PersonReference author) {
}
