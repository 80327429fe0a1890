package org.parley.forum.relocation;

import java.util.List;

/**
 * Posts are in another thread. Told within this process, at least once for each batch,
 * after it is committed.
 *
 * @param postIds which posts
 * @param from the thread where they were
 * @param into the thread where they are
 */
public record PostsRelocated(List<String> postIds, String from, String into) {
}
