package org.parley.contracts.forum;

/** A category as named in events. */
public record CategoryReference(String id, String slug) {
}
