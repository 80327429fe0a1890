/** What moderators must decide and have decided. */
@NullMarked
package org.parley.notification.moderation;

import org.jspecify.annotations.NullMarked;
