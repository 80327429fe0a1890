/** Whether people are online, for those who may see it. */
@NullMarked
package org.parley.realtime.presence;

import org.jspecify.annotations.NullMarked;
