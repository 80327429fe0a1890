/** Tests of notifications on devices. */
@NullMarked
package org.parley.notification.push;

import org.jspecify.annotations.NullMarked;
