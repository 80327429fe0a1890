/** Tests of categories. */
@NullMarked
package org.parley.forum.category;

import org.jspecify.annotations.NullMarked;
