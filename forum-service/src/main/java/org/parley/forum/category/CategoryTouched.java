package org.parley.forum.category;

/** What lists show of categories is old now. Told within this process, and repeatable. */
public record CategoryTouched() {
}
