package org.parley.demo.stage;

/** Credentials of an account. */
public record DemoAccount(String username, String password) {
}
