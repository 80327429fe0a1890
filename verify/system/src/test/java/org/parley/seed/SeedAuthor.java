package org.parley.seed;

/**
 * The author of generated posts.
 *
 * @param displayName the name shown to other users
 */
record SeedAuthor(String id, String username, String displayName) {
}
