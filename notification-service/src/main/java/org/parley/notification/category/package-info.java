/** The rights to read categories, as far as events tell. */
@NullMarked
package org.parley.notification.category;

import org.jspecify.annotations.NullMarked;
