/** Whether all parts of the house are well. */
@NullMarked
package org.parley.notification.health;

import org.jspecify.annotations.NullMarked;
