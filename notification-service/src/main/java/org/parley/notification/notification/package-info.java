/** What people are told in the app. */
@NullMarked
package org.parley.notification.notification;

import org.jspecify.annotations.NullMarked;
