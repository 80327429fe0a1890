/** What people follow, and what they want to hear nothing of. */
@NullMarked
package org.parley.notification.follow;

import org.jspecify.annotations.NullMarked;
