/** Consumes events about moderation cases and reports. */
@NullMarked
package org.parley.notification.moderation;

import org.jspecify.annotations.NullMarked;
