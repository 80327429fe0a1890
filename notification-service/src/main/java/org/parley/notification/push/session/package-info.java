/** Ends devices with the sessions that have registered them. */
@NullMarked
package org.parley.notification.push.session;

import org.jspecify.annotations.NullMarked;
