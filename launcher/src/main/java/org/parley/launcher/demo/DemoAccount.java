package org.parley.launcher.demo;

/**
 * What somebody signs in with.
 *
 * @param username of the account
 * @param password of the account
 */
public record DemoAccount(String username, String password) {
}
