package org.parley.notification.category;

import java.util.Set;

/** Some users no longer moderate a category. */
public record ModeratorsDismissed(Set<String> userIds) {
}
