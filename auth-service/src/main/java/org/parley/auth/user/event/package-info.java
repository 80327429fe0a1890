/** The events that accounts publish. */
@NullMarked
package org.parley.auth.user.event;

import org.jspecify.annotations.NullMarked;
