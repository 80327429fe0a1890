package org.parley.forum.category;

/**
 * Cached lists of categories are outdated. Published within this process only;
 * idempotent.
 */
public record CategoryTouched() {
}
