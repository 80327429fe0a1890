@NullMarked
package org.parley.notification.notification;

import org.jspecify.annotations.NullMarked;
