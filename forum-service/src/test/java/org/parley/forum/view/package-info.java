/** What the package of the same name promises. */
@NullMarked
package org.parley.forum.view;

import org.jspecify.annotations.NullMarked;
