@NullMarked
package org.parley.notification.health;

import org.jspecify.annotations.NullMarked;
