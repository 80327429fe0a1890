package org.parley.forum.relocation;

import java.util.List;

/**
 * What of a thread shall be one of its own.
 *
 * @param posts the ids of the replies that go; empty when all from a number on do
 * @param from the number of the first that goes
 * @param title of the new thread
 * @param categoryId where the new thread shall be
 * @param tags of the new thread
 */
record SplitPart(List<String> posts, int from, String title, String categoryId, List<String> tags) {
}
