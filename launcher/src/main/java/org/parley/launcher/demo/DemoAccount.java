package org.parley.launcher.demo;

/**
 * Credentials of an account.
 *
 * @param username the username
 * @param password the password
 */
public record DemoAccount(String username, String password) {
}
