/** Web Push: notifications on devices while no page is open. */
@NullMarked
package org.parley.notification.push;

import org.jspecify.annotations.NullMarked;
