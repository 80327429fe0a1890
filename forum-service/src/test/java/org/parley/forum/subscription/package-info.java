/** What the package of the same name promises. */
@NullMarked
package org.parley.forum.subscription;

import org.jspecify.annotations.NullMarked;
