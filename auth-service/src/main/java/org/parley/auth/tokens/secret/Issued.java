package org.parley.auth.tokens.secret;

/** Something new with its secret, which is shown only now. */
public record Issued<T>(T item, OpaqueSecret secret) {
}
