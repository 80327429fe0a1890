/** Categories, and who may read and post in them. */
@NullMarked
package org.parley.forum.category;

import org.jspecify.annotations.NullMarked;
