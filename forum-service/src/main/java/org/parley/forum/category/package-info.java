/** Categories and their access rules. */
@NullMarked
package org.parley.forum.category;

import org.jspecify.annotations.NullMarked;
