/** Tests of category messaging. */
@NullMarked
package org.parley.forum.category.messaging;

import org.jspecify.annotations.NullMarked;
