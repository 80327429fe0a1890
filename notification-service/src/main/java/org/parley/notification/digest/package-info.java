/** What was missed, in one mail a day or a week. */
@NullMarked
package org.parley.notification.digest;

import org.jspecify.annotations.NullMarked;
