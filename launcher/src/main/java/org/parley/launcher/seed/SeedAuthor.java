package org.parley.launcher.seed;

/**
 * Somebody who writes.
 *
 * @param id given by auth-service
 * @param username of the account
 * @param displayName as shown to others
 */
record SeedAuthor(String id, String username, String displayName) {
}
