/** Tests of the read access to categories. */
@NullMarked
package org.parley.notification.category;

import org.jspecify.annotations.NullMarked;
