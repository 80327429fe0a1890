/** Notifications in the app, live and by mail, with preferences and the mail log. */
@NullMarked
package org.parley.notification;

import org.jspecify.annotations.NullMarked;
