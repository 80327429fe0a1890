package org.parley.launcher.seed;

/**
 * The author of generated posts.
 *
 * @param id the user's id
 * @param username of the account
 * @param displayName the name shown to other users
 */
record SeedAuthor(String id, String username, String displayName) {
}
