package org.parley.launcher.demo.stage;

/**
 * Credentials of an account.
 *
 * @param username the username
 * @param password the password
 */
public record DemoAccount(String username, String password) {
}
