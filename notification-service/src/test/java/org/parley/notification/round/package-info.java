@NullMarked
package org.parley.notification.round;

import org.jspecify.annotations.NullMarked;
