/** Units of work: changes that are made together, or not at all. */
@NullMarked
package org.parley.forum.work;

import org.jspecify.annotations.NullMarked;
