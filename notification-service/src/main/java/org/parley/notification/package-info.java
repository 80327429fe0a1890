/** Notifications, what people want to be told and how, and the mail log. */
@NullMarked
package org.parley.notification;

import org.jspecify.annotations.NullMarked;
