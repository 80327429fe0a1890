package org.parley.forum.relocation.event;

import java.util.List;

/**
 * Posts were moved to another thread. Published within this process, at least once for
 * each batch, after the commit.
 *
 * @param from the id of the previous thread
 * @param into the id of the new thread
 */
public record PostsRelocated(List<String> postIds, String from, String into) {
}
