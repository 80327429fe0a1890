package org.parley.launcher.demo.stage;

/** Credentials of an account. */
public record DemoAccount(String username, String password) {
}
