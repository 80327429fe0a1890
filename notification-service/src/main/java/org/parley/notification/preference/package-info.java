/** What people want to be told, and by which way. */
@NullMarked
package org.parley.notification.preference;

import org.jspecify.annotations.NullMarked;
