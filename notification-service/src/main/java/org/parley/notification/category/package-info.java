/** Who may read what, as far as events tell. */
@NullMarked
package org.parley.notification.category;

import org.jspecify.annotations.NullMarked;
