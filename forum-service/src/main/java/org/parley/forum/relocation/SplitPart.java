package org.parley.forum.relocation;

import java.util.List;

/**
 * The replies to split from a thread, and the new thread to create.
 *
 * @param posts the ids of the replies; empty for all replies from a number on
 * @param from the number of the first reply
 * @param title the title of the new thread
 */
public record SplitPart(List<String> posts, int from, String title, String categoryId, List<String> tags) {
}
