/** What people are told, on real servers. */
@NullMarked
package org.parley.notification.notification;

import org.jspecify.annotations.NullMarked;
